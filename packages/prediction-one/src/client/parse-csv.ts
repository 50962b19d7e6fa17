import { parseRows } from '@modelferry/upload';

/** A table as the vendor gives one. What its columns are is not documented (specification, Q6). */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads the table in a scoring answer. */
export function parseCsv(text: string): Table {
  const [header = [], ...rows] = parseRows(text, ',').rows;
  return { header, rows };
}
