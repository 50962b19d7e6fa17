import type { Row, RowOutcome } from '@modelferry/operation';
import { csvRow, type CsvValue, type OutgoingFile } from '@modelferry/upload';

type Cells = Record<string, CsvValue>;

/**
 * The rows that were given, each with what became of it: the columns of the outputs behind its own and, where a row
 * failed, a column that says why.
 * @param name base name of the file
 */
export function rowsFile(
  rows: readonly Row[],
  outcomes: readonly RowOutcome<Readonly<Record<string, unknown>>>[],
  name: string,
): OutgoingFile {
  const own = new Set(rows.flatMap((row) => Object.keys(row)));
  const free = (column: string, prefix: string) => (own.has(column) ? `${prefix} ${column}` : column);
  const records = rows.map((row, index): Cells => {
    const outcome = outcomes[index];
    if (!outcome) return { ...row };
    if (!outcome.ok) return { ...row, [free('error', 'row')]: outcome.error.message };
    return { ...row, ...outputCells(outcome.output, free) };
  });
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const lines = [columns, ...records.map((record) => columns.map((column) => record[column]))];
  const bytes = new TextEncoder().encode(lines.map((line) => `${csvRow(line)}\n`).join(''));
  return {
    name,
    contentType: 'text/csv',
    length: bytes.length,
    body: (async function* () {
      yield bytes;
    })(),
  };
}

/** Columns of what came for one row; the row itself, which some operations repeat, stands there already. */
function outputCells(
  output: Readonly<Record<string, unknown>>,
  free: (name: string, prefix: string) => string,
): Cells {
  const cells: Cells = {};
  for (const [field, value] of Object.entries(output)) {
    if (field === 'row' || value === undefined) continue;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      cells[free(field, 'result')] = cellOf(value);
    } else {
      for (const [column, cell] of Object.entries(value)) cells[free(column, field)] = cellOf(cell);
    }
  }
  return cells;
}

const cellOf = (value: unknown): CsvValue =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as CsvValue);
