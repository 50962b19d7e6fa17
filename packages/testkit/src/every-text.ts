/** A text found somewhere inside a value, with the way to it. */
export interface FoundText {
  readonly path: string;
  readonly text: string;
}

/**
 * Every text that a value holds, however deep: names and values of properties also where they are not enumerable, causes,
 * headers, maps, bytes, and what `toString` and `toJSON` make of it.
 */
export function* everyText(value: unknown, path = 'value', seen = new Set<unknown>()): Generator<FoundText> {
  if (typeof value === 'string') yield { path, text: value };
  if (typeof value === 'symbol' || typeof value === 'bigint' || typeof value === 'number') {
    yield { path, text: String(value) };
  }
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
  seen.add(value);

  if (ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    yield { path: `${path} (bytes)`, text: bytes.toString('utf8') };
    yield { path: `${path} (bytes)`, text: bytes.toString('latin1') };
    return;
  }
  if (value instanceof Map || value instanceof Headers || value instanceof URLSearchParams) {
    for (const [key, entry] of value.entries()) {
      yield* everyText(key, `${path} (key)`, seen);
      yield* everyText(entry, `${path}[${String(key)}]`, seen);
    }
  }
  if (value instanceof Set) for (const entry of value) yield* everyText(entry, `${path} (entry)`, seen);

  for (const key of Reflect.ownKeys(value)) {
    yield* everyText(key, `${path} (name of a property)`, seen);
    yield* everyText(read(value, key), `${path}.${String(key)}`, seen);
  }
  for (const method of ['toString', 'toJSON'] as const) {
    yield* everyText(call(value, method), `${path}.${method}()`, seen);
  }
}

function read(holder: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(holder, key);
  } catch {
    return undefined; // A getter that fails shows nothing
  }
}

function call(holder: object, method: 'toString' | 'toJSON'): unknown {
  const found = read(holder, method);
  try {
    return typeof found === 'function' ? Reflect.apply(found, holder, []) : undefined;
  } catch {
    return undefined;
  }
}
