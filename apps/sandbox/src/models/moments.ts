import { setImmediate as turn } from 'node:timers/promises';
import { Matrix } from 'ml-matrix';

const rowsPerTurn = 1000;

/** The sums over all rows that a linear model is made of. */
export interface Moments {
  /** Sum of x times x transposed. */
  readonly products: Matrix;
  /** Per group: the sum of x, weighted. */
  readonly sums: Matrix;
  readonly counts: readonly number[];
}

/**
 * Adds the rows up, in slices, so that other calls are answered in between.
 *
 * @param groupOf the group of a row (its class), from 0
 * @param weightOf what the row counts for in its group's sum
 */
export async function addUp(
  rows: readonly Float64Array[],
  groups: number,
  groupOf: (index: number) => number,
  weightOf: (index: number) => number,
): Promise<Moments> {
  const width = rows[0]?.length ?? 0;
  const products = new Float64Array(width * width);
  const sums = Matrix.zeros(groups, width);
  const counts = new Array<number>(groups).fill(0);
  for (const [index, row] of rows.entries()) {
    if (index % rowsPerTurn === rowsPerTurn - 1) await turn();
    const group = groupOf(index);
    const weight = weightOf(index);
    counts[group] = (counts[group] ?? 0) + 1;
    for (let i = 0; i < width; i += 1) {
      const value = row[i] as number;
      if (value === 0) continue;
      sums.set(group, i, sums.get(group, i) + value * weight);
      for (let j = i; j < width; j += 1) products[i * width + j]! += value * (row[j] as number);
    }
  }
  const square = Matrix.zeros(width, width);
  for (let i = 0; i < width; i += 1) {
    for (let j = i; j < width; j += 1) {
      square.set(i, j, products[i * width + j] as number);
      square.set(j, i, products[i * width + j] as number);
    }
  }
  return { products: square, sums, counts };
}
