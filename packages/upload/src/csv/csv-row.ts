/** A value of one field; an absent one is written as an empty field. */
export type CsvValue = string | number | boolean | null | undefined;

/**
 * One field, quoted where it must be: around delimiters, quotes, line ends, and blanks at its ends, which some readers
 * cut off.
 */
export function csvField(value: CsvValue, delimiter = ','): string {
  const text = value === null || value === undefined ? '' : String(value);
  const mustQuote = text.includes(delimiter) || /["\r\n]|^\s|\s$|^\uFEFF/.test(text);
  return mustQuote ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of fields, with no line end. A single empty field is quoted: its line would be empty, and so no row. */
export const csvRow = (values: readonly CsvValue[], delimiter = ','): string => {
  const line = values.map((value) => csvField(value, delimiter)).join(delimiter);
  return values.length === 1 && line === '' ? '""' : line;
};

/** A whole table: the header and its rows, each line ended by CRLF as RFC 4180 has it. */
export const csvTable = (
  columns: readonly string[],
  rows: readonly (readonly CsvValue[])[],
  delimiter = ',',
): string => [columns, ...rows].map((row) => `${csvRow(row, delimiter)}\r\n`).join('');
