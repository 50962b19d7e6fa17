/** So deep are the vendor's objects followed. */
const maxDepth = 4;

/** What an error's body says in words: its `message`, which may be an object, and its `errors`. */
export function messageText(body: Readonly<Record<string, unknown>>): string {
  const said = [body['message'], body['errors']].map((part) => wordsOf(part)).filter((part) => part !== '');
  return said.length > 0 ? [...new Set(said)].join('; ') : wordsOf(body);
}

function wordsOf(value: unknown, depth = 0): string {
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
