import { placesOf } from './json-places.ts';
import type { Wrong } from './plan.ts';

/** What is wrong with a value inside an answer. */
export type JsonWrong = Extract<Wrong, { readonly at: number }>;

export const isJsonWrong = (wrong: Wrong): wrong is JsonWrong => 'at' in wrong;

/** About how long a list becomes at most, in characters: this is about what is read, and not how fast. */
const maxRepeated = 1_000_000;

/** Does it to a JSON text. @returns the text as it was where it is no JSON */
export function changeJson(text: string, wrong: JsonWrong): string {
  let root: Record<PropertyKey, unknown>;
  try {
    root = { '': JSON.parse(text) };
  } catch {
    return text;
  }
  const places = placesOf(root);
  const { holder, name } = places[wrong.at % places.length] ?? { holder: root, name: '' };
  const value = holder[name];
  switch (wrong.kind) {
    case 'put':
      set(holder, name, wrong.junk);
      break;
    case 'remove':
      if (Array.isArray(holder)) holder.splice(Number(name), 1);
      else Reflect.deleteProperty(holder, name);
      break;
    case 'rename':
      Reflect.deleteProperty(holder, name);
      set(holder, wrong.name, value);
      break;
    case 'swap': {
      const other = places[wrong.with % places.length] ?? { holder, name };
      // Whoever holds the other cannot be put inside it
      const copy = structuredClone(other.holder[other.name]);
      other.holder[other.name] = structuredClone(value);
      holder[name] = copy;
      break;
    }
    case 'repeat': {
      const length = Math.min(wrong.times, Math.ceil(maxRepeated / text.length));
      holder[name] = Array.from({ length }, () => (Array.isArray(value) ? value : [value])).flat();
    }
  }
  return JSON.stringify(root['']) ?? '';
}

/** Also the name that an assignment would take for the prototype. */
const set = (holder: object, name: string | number, value: unknown): void => {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
};
