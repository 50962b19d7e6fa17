/** So deep are the vendor's objects followed. */
const maxDepth = 4;

/** What a part of an error's body says in words, whatever its form: `name: words; name: words`. */
export function wordsOf(value: unknown, depth = 0): string {
  if (value === null || value === undefined || depth > maxDepth) return '';
  if (Array.isArray(value)) return join(value.map((one) => wordsOf(one, depth + 1)));
  if (typeof value !== 'object') return String(value);
  return join(
    Object.entries(value).map(([name, one]) => {
      const words = wordsOf(one, depth + 1);
      return words === '' ? '' : `${name}: ${words}`;
    }),
  );
}

const join = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('; ');
