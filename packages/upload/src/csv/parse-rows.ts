/** Rows read from a text, and how much of it they are. */
export interface ParsedRows {
  readonly rows: string[][];
  /** Number of characters that were read. */
  readonly chars: number;
  /** Whether the last row has its line end; the text may break off within it otherwise. */
  readonly lastRowEnded: boolean;
  /** Whether the text ends within quotes. */
  readonly openQuote: boolean;
}

/**
 * Reads rows as RFC 4180 has them: quoted fields may hold delimiters, line ends and doubled quotes; a quote within an
 * unquoted field is a character like any other. Rows end with CRLF, LF or CR; empty lines are no rows.
 * @param maxRows stops after so many @default all
 */
export function parseRows(text: string, delimiter: string, maxRows = Infinity): ParsedRows {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let openQuote = false;
  let lastRowEnded = true;
  while (at < text.length && rows.length < maxRows) {
    const field = text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
    row.push(field.value);
    ({ end: at, open: openQuote } = field);
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      row.push(''); // The text ends with a delimiter: one more, empty field
    }
    lastRowEnded = at < text.length;
    if (lastRowEnded) at += text.startsWith('\r\n', at) ? 2 : 1;
    if (row.length > 1 || field.value !== '' || field.quoted) rows.push(row);
    row = [];
  }
  return { rows, chars: at, lastRowEnded, openQuote };
}

interface Field {
  readonly value: string;
  readonly end: number;
  readonly quoted: boolean;
  readonly open: boolean;
}

function plainField(text: string, start: number, delimiter: string): Field {
  let end = start;
  while (end < text.length && !endsField(text[end], delimiter)) end += 1;
  return { value: text.slice(start, end), end, quoted: false, open: false };
}

function quotedField(text: string, start: number, delimiter: string): Field {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { value: value + text.slice(from), end: text.length, quoted: true, open: true };
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      // What follows a closing quote up to the field's end belongs to it, as it stands
      const rest = plainField(text, quote + 1, delimiter);
      return { value: value + rest.value, end: rest.end, quoted: true, open: false };
    }
    value += '"';
    from = quote + 2;
  }
}

const endsField = (char: string | undefined, delimiter: string): boolean =>
  char === delimiter || char === '\n' || char === '\r';
