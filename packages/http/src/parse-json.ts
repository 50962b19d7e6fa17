/** An integer that a number may not hold begins so: it has 16 digits or more. What only looks like one costs time, no more. */
const mayLose = /(?:^|[[:,\s-])\d{16}/;

/** As {@link JSON.parse}, but an integer beyond 2^53 comes as its digits in a string: IDs must not change on the way. */
export function parseJson(text: string): unknown {
  if (!mayLose.test(text)) return JSON.parse(text);
  let loses = false;
  const value: unknown = JSON.parse(text, (_key, one: unknown) => {
    loses ||= typeof one === 'number' && Number.isInteger(one) && !Number.isSafeInteger(one);
    return one;
  });
  // Node.js 20 does not show a reviver the source of a number, so the source itself is changed
  return loses ? JSON.parse(quoteLargeIntegers(text)) : value;
}

const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Takes valid JSON, and puts every integer that a number cannot hold into quotes. */
function quoteLargeIntegers(text: string): string {
  const quoted = (token: string) =>
    /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token;
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('"', at);
    pieces.push(text.slice(at, open < 0 ? undefined : open).replace(number, quoted));
    if (open < 0) break;
    at = endOfString(text, open);
    pieces.push(text.slice(open, at));
  }
  return pieces.join('');
}

/** The place after the quote that ends the string which begins at `open`. */
function endOfString(text: string, open: number): number {
  for (let close = text.indexOf('"', open + 1); ; close = text.indexOf('"', close + 1)) {
    let backslashes = 0;
    while (text[close - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return close + 1;
  }
}
