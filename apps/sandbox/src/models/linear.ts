import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { addUp } from './moments.ts';

/** Pulls the weights towards zero, as if this many rows had said nothing: keeps alike columns solvable. */
const shrinkage = 0.5;

/** Ridge regression: one weight per number of an encoded row. */
export async function fitRegression(
  rows: readonly Float64Array[],
  targets: readonly number[],
): Promise<Float64Array[]> {
  const { products, sums } = await addUp(
    rows,
    1,
    () => 0,
    (index) => targets[index] as number,
  );
  for (let i = 0; i < products.rows; i += 1) {
    products.set(i, i, products.get(i, i) + (i === 0 ? 1e-9 : shrinkage));
  }
  return columnsOf(new CholeskyDecomposition(products).solve(sums.transpose()));
}

/** Linear discriminant analysis: per class one weight per number of an encoded row, to be fed to a softmax. */
export async function fitClassification(
  rows: readonly Float64Array[],
  classOf: readonly number[],
  classes: number,
  balanced: boolean,
): Promise<Float64Array[]> {
  const { products, sums, counts } = await addUp(
    rows,
    classes,
    (index) => classOf[index] as number,
    () => 1,
  );
  const width = products.rows;
  const means = Matrix.zeros(classes, width);
  for (let group = 0; group < classes; group += 1) {
    for (let i = 0; i < width; i += 1) means.set(group, i, sums.get(group, i) / (counts[group] as number));
  }
  const between = means.transpose().mmul(sums);
  const rest = products.sub(between).div(rows.length);
  const within = rest.transpose().add(rest).div(2); // symmetric to the last bit, as Cholesky wants it
  for (let i = 0; i < width; i += 1)
    within.set(i, i, within.get(i, i) + shrinkage / Math.sqrt(rows.length) / 2);
  const weights = columnsOf(new CholeskyDecomposition(within).solve(means.transpose()));
  return weights.map((weight, group) => {
    const prior = balanced ? 1 / classes : (counts[group] as number) / rows.length;
    const offset = weight.reduce((sum, value, i) => sum + value * means.get(group, i), 0) / 2;
    weight[0] = (weight[0] as number) - offset + Math.log(prior);
    return weight;
  });
}

function columnsOf(matrix: Matrix): Float64Array[] {
  return Array.from({ length: matrix.columns }, (_unused, column) =>
    Float64Array.from(matrix.getColumn(column)),
  );
}
