import type { TableHead } from '@modelferry/upload';

/** Something wrong with a table, without its name: `has no rows`. */
export interface TableProblem {
  readonly problem: string;
  readonly remedy: string;
}

/** What is wrong with a table's columns, as far as its first rows tell. Source: section 5.1 of the specification. */
export function columnFaults(head: TableHead, required: readonly string[] = []): readonly TableProblem[] {
  return [
    ...headerFaults(head.columns),
    ...required
      .filter((name) => !head.columns.includes(name))
      .map((name) => ({
        problem: `has no column "${name}"`,
        remedy: `Add the column; the header has ${listed(head.columns)}.`,
      })),
    ...rowFaults(head),
  ];
}

function headerFaults(columns: readonly string[]): TableProblem[] {
  const blank = columns.findIndex((name) => name.trim() === '');
  const twice = columns.find((name, at) => name.trim() !== '' && columns.indexOf(name) !== at);
  return [
    ...(blank < 0
      ? []
      : [
          { problem: `has no name for column ${blank + 1}`, remedy: 'Name every column in the header line.' },
        ]),
    ...(twice === undefined
      ? []
      : [
          {
            problem: `has the column "${twice}" more than once`,
            remedy: 'Give every column a name of its own.',
          },
        ]),
  ];
}

function rowFaults({ columns, rows, complete }: TableHead): TableProblem[] {
  if (rows.length === 0 && complete) {
    return [{ problem: 'has a header line and no rows', remedy: 'Pass a table with at least one row.' }];
  }
  const uneven = rows.findIndex((row) => row.length !== columns.length);
  if (uneven < 0) return [];
  return [
    {
      problem: `has ${columns.length} columns in its header and ${rows[uneven]?.length} in row ${uneven + 1} after it`,
      remedy: 'Give every row as many columns as the header; quote values that hold the delimiter.',
    },
  ];
}

/** The names of columns, as many as can be read. */
export const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, 20).map((name) => `"${name}"`);
  return `${shown.join(', ')}${names.length > shown.length ? ` and ${names.length - shown.length} more` : ''}`;
};
