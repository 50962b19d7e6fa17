import { fileSource } from '@modelferry/node-host';
import type { Redactor } from '@modelferry/http';
import { readTableHead, type SavedFile } from '@modelferry/upload';
import { code, escape } from './escape.ts';

/** How much of a file is shown: rows, columns, and characters of a cell. */
const maxRows = 5;
const maxColumns = 8;
const maxCellLength = 60;
/** How far to look for them, in bytes. */
const maxBytes = 256 * 1024;

/** The first rows of a CSV file, as a table. @returns nothing for a file that is no table */
export async function previewTable(file: SavedFile, redact: Redactor): Promise<readonly string[]> {
  if (!/\.(csv|tsv)$/i.test(file.name)) return [];
  try {
    const { columns, rows } = await readTableHead(await fileSource(file.location), { maxRows, maxBytes });
    const shown = shownColumns(columns.length);
    const line = (cells: readonly string[]) =>
      `| ${shown.map((column) => cell(cells[column] ?? '', redact)).join(' | ')} |`;
    const left = columns.length - shown.length;
    const without = left === 0 ? '' : ` (${left} ${left === 1 ? 'column' : 'columns'} in between left out)`;
    return [
      `The beginning of ${code(redact(file.name))}${without}:`,
      '',
      line(columns),
      `|${' --- |'.repeat(shown.length)}`,
      ...rows.slice(0, maxRows).map(line),
    ];
  } catch {
    return []; // It is there all the same, and nothing hangs on its looks
  }
}

/** The first columns say which row it is, the last ones what became of it. */
function shownColumns(count: number): readonly number[] {
  const all = Array.from({ length: count }, (_, column) => column);
  if (count <= maxColumns) return all;
  return [...all.slice(0, maxColumns / 2), ...all.slice(-maxColumns / 2)];
}

function cell(text: string, redact: Redactor): string {
  const shown = redact(text);
  return escape(shown.length > maxCellLength ? `${shown.slice(0, maxCellLength)}...` : shown);
}
