/** A table as the vendor gives one. What its columns are is not documented (specification, Q6). */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads the few lines of a scoring answer. Quotes, doubled quotes and quoted line ends are understood. */
export function parseCsv(text: string): Table {
  const [header = [], ...rows] = records(text);
  return { header, rows };
}

const field = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|\r|$)/gy;

function records(text: string): string[][] {
  const all: string[][] = [];
  let current: string[] = [];
  field.lastIndex = 0;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (!match) throw new Error('the table in the answer cannot be read');
    const [, quoted, bare = '', end] = match;
    current.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ',' && field.lastIndex < text.length) continue;
    if (end === ',') current.push('');
    all.push(current);
    current = [];
  }
  return all.filter((record) => record.length > 1 || record[0] !== '');
}
