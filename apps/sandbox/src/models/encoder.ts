import { setImmediate as turn } from 'node:timers/promises';
import type { Table } from '../tables/table.ts';
import { learnFeature } from './feature.ts';
import type { Feature } from './feature.ts';
import { CannotFit } from './task.ts';
import type { Task } from './task.ts';

/** A column's numbers stand at `from` to `from + width` of an encoded row. */
export interface PlacedFeature extends Feature {
  readonly from: number;
}

export interface Encoder {
  readonly features: readonly PlacedFeature[];
  /** Numbers in an encoded row; the first is always 1, the constant. */
  readonly width: number;
  readonly encode: (valueOf: (column: string) => string) => Float64Array;
}

/** The work of a fit grows with the square of this. */
const maxWidth = 96;

/** @throws CannotFit when no column says anything */
export async function learnEncoder(table: Table, task: Task): Promise<Encoder> {
  const features: PlacedFeature[] = [];
  let width = 1;
  for (const [index, column] of table.columns.entries()) {
    if (column === task.target) continue;
    const values = table.rows.map((row) => row[index] ?? '');
    const feature = learnFeature(column, values, task.columnTypes?.[column]);
    await turn();
    if (feature === undefined || width + feature.width > maxWidth) continue;
    features.push({ ...feature, from: width });
    width += feature.width;
  }
  if (features.length === 0) throw new CannotFit('No column besides the target says anything.');
  return {
    features,
    width,
    encode: (valueOf) => {
      const row = new Float64Array(width);
      row[0] = 1;
      for (const feature of features) feature.encode(valueOf(feature.column), row, feature.from);
      return row;
    },
  };
}
