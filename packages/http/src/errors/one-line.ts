/** What ends a line somewhere, moves a terminal's cursor, or turns the direction in which text is read. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

/** A text as one line of a log, cut after so many characters. */
export function oneLine(text: string, maxLength: number): string {
  const flat = text.replace(unprintable, ' ');
  return flat.length <= maxLength ? flat : `${flat.slice(0, maxLength)}...`;
}
