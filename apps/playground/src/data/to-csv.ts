/** One record of a table. */
export type Row = Readonly<Record<string, unknown>>;

/** A CSV with a header line, from rows that share their columns. Missing values are empty fields. */
export function toCsv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return lines.map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
}

function field(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
