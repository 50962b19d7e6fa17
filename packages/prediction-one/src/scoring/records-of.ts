import type { Table } from '../client/parse-csv.ts';

/** The rows of a table by column name, as text: which columns there are is the vendor's to say. A name that comes twice gets a number. */
export function recordsOf({ header, rows }: Table): readonly Readonly<Record<string, string>>[] {
  const names: string[] = [];
  for (const name of header) {
    let unique = name;
    for (let number = 2; names.includes(unique); number++) unique = `${name}_${number}`;
    names.push(unique);
  }
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}
