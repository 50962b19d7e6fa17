import { unhurried } from '../src/streams/unhurried.ts';

/** How many macrotasks pass while chunks are read. */
async function turnsWhile(chunks: readonly Uint8Array[]) {
  let turns = 0;
  let counting = true;
  const count = () => {
    turns += 1;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  async function* given() {
    yield* chunks;
  }
  const passed: Uint8Array[] = [];
  for await (const chunk of unhurried(given())) passed.push(chunk);
  counting = false;
  return { turns, passed };
}

const chunk = new Uint8Array(512 * 1024);

test('less than a MiB passes at a stretch', async () => {
  const { turns, passed } = await turnsWhile([chunk, chunk.subarray(1)]);
  expect(turns).toBe(0);
  expect(passed.map(({ length }) => length)).toEqual([chunk.length, chunk.length - 1]);
});

test('others have their turn after each MiB, and every chunk passes as it is', async () => {
  const chunks = [chunk, chunk, chunk, chunk, chunk];
  const { turns, passed } = await turnsWhile(chunks);
  expect(turns).toBeGreaterThanOrEqual(2);
  expect(passed).toHaveLength(5);
  passed.forEach((one) => expect(one).toBe(chunk));
});

test('lets go of the chunks when the reader leaves', async () => {
  let closed = false;
  async function* given() {
    try {
      for (;;) yield chunk;
    } finally {
      closed = true;
    }
  }
  for await (const _ of unhurried(given())) break;
  expect(closed).toBe(true);
});
