import { InputError } from '@modelferry/http';
import type { Row } from '@modelferry/operation';

type RawInputs = Readonly<Record<string, unknown>>;

/** The rows of one item, and what else was entered for it. */
export interface ItemRows {
  readonly itemIndex: number;
  readonly rows: readonly Row[];
  readonly others: RawInputs;
}

/** Items that differ in their rows alone: one run of the operation serves them all. */
export type RowGroup = readonly ItemRows[];

/**
 * Takes an item's rows out of its inputs, and checks them by themselves, so that a bad row fails its own item only.
 * @throws InputError naming the column
 */
export function itemRows(itemIndex: number, rowsInput: string, raw: RawInputs): ItemRows {
  const { [rowsInput]: given, ...others } = raw;
  const rows = Array.isArray(given) ? (given as readonly unknown[]) : [];
  if (rows.length === 0) throw fault(rowsInput, 'must have at least one row', 'Map at least one column.');
  for (const row of rows) checkRow(rowsInput, row);
  return { itemIndex, rows: rows as readonly Row[], others };
}

function checkRow(rowsInput: string, row: unknown): void {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    throw fault(rowsInput, 'must be a table row', 'Give an object of columns and their values.');
  }
  for (const [column, cell] of Object.entries(row)) {
    if (cell === null || ['string', 'number', 'boolean'].includes(typeof cell)) continue;
    throw fault(
      rowsInput,
      `holds a list or an object in the column "${column}"`,
      'Map the column to text, a number or a switch, or leave it out.',
    );
  }
}

const fault = (field: string, problem: string, remedy: string): InputError =>
  new InputError([{ field, problem, remedy }]);

/** Puts items together whose other inputs are equal, in the order of their first items. */
export function groupRows(items: readonly ItemRows[]): readonly RowGroup[] {
  const groups = new Map<string, ItemRows[]>();
  for (const item of items) {
    const key = JSON.stringify(Object.entries(item.others).sort(([a], [b]) => (a < b ? -1 : 1)));
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
