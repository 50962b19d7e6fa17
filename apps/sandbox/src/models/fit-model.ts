import { setImmediate as turn } from 'node:timers/promises';
import type { Table } from '../tables/table.ts';
import { learnEncoder } from './encoder.ts';
import type { Encoder } from './encoder.ts';
import { fitClassification, fitRegression } from './linear.ts';
import type { Decomposition, FittedModel, Prediction, Reason } from './model.ts';
import { sixDigits } from './six-digits.ts';
import { CannotFit } from './task.ts';
import type { Task } from './task.ts';
import { isMissing, toNumber } from './values.ts';

const maxClasses = 200;

/**
 * Fits a small linear model: ridge regression for numbers, linear discriminant analysis for classes. Both are exact
 * (no iterations, no random start), so the same rows always give the same model.
 *
 * @throws CannotFit when the table does not suit the task
 */
export async function fitModel(table: Table, task: Task): Promise<FittedModel> {
  const at = table.columns.indexOf(task.target);
  if (at === -1) throw new CannotFit(`There is no column "${task.target}".`);
  const rows = table.rows.filter((row) => usable(row[at], task));
  if (rows.length < 4)
    throw new CannotFit(`Only ${rows.length} rows have a usable value in "${task.target}".`);
  const targets = rows.map((row) => (row[at] as string).trim());
  const classes = task.type === 'regression' ? [] : [...new Set(targets)].sort();
  checkClasses(classes, task);

  const encoder = await learnEncoder({ ...table, rows }, task);
  const places = new Map(table.columns.map((column, index) => [column, index]));
  const encoded: Float64Array[] = [];
  for (const row of rows) {
    if (encoded.length % 1000 === 999) await turn();
    encoded.push(encoder.encode((column) => row[places.get(column) as number] ?? ''));
  }
  if (task.type === 'regression') {
    const weights = await fitRegression(encoded, targets.map(toNumber));
    return model(task, encoder, classes, weights);
  }
  const numbers = new Map(classes.map((name, index) => [name, index]));
  const classOf = targets.map((target) => numbers.get(target) as number);
  const weights = await fitClassification(encoded, classOf, classes.length, task.balanced ?? false);
  return model(task, encoder, classes, weights);
}

function model(
  task: Task,
  encoder: Encoder,
  classes: readonly string[],
  weights: readonly Float64Array[],
): FittedModel {
  const scores = (row: Float64Array): number[] => weights.map((weight) => dot(weight, row));
  const predict = (row: Float64Array): Prediction => {
    if (task.type === 'regression') return { value: String(sixDigits(scores(row)[0] as number)) };
    const shares = softmax(scores(row));
    const best = shares.indexOf(Math.max(...shares));
    return {
      value: classes[best] as string,
      probabilities: Object.fromEntries(
        classes.map((name, index) => [name, sixDigits(shares[index] as number)]),
      ),
    };
  };
  const explain = (row: Float64Array, valueOf: (column: string) => string): Reason[] => {
    const all = scores(row);
    const best = weights[all.indexOf(Math.max(...all))] as Float64Array;
    const others = best.map((_weight, i) => {
      if (task.type === 'regression') return 0;
      return weights.reduce((sum, weight) => sum + (weight[i] as number), 0) / weights.length;
    });
    return encoder.features
      .map(({ column, from, width }) => {
        let contribution = 0;
        for (let i = from; i < from + width; i += 1) {
          contribution += ((best[i] as number) - (others[i] as number)) * (row[i] as number);
        }
        return { column, value: valueOf(column), contribution: sixDigits(contribution) };
      })
      .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  };
  const decompose = (
    row: Float64Array,
    valueOf: (column: string) => string,
    className = '',
  ): Decomposition => {
    const own = weights[Math.max(0, classes.indexOf(className))] as Float64Array;
    const others = classes.length === 2 ? weights.filter((weight) => weight !== own) : weights;
    const against = (i: number): number =>
      task.type === 'regression'
        ? 0
        : others.reduce((sum, weight) => sum + (weight[i] as number), 0) / others.length;
    const moved = (i: number): number => ((own[i] as number) - against(i)) * (row[i] as number);
    const reasons = encoder.features.map(({ column, from, width }) => {
      let contribution = 0;
      for (let i = from; i < from + width; i += 1) contribution += moved(i);
      return { column, value: valueOf(column), contribution };
    });
    return {
      base: moved(0),
      reasons: reasons.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)),
    };
  };
  return {
    task,
    columns: encoder.features.map(({ column }) => column),
    classes,
    predict: (valueOf) => predict(encoder.encode(valueOf)),
    explain: (valueOf) => explain(encoder.encode(valueOf), valueOf),
    decompose: (valueOf, className) => decompose(encoder.encode(valueOf), valueOf, className),
  };
}

function usable(text: string | undefined, task: Task): boolean {
  if (isMissing(text)) return false;
  return task.type !== 'regression' || !Number.isNaN(toNumber(text as string));
}

function checkClasses(classes: readonly string[], { type, target, positiveValue }: Task): void {
  if (type === 'regression') return;
  if (classes.length < 2) throw new CannotFit(`"${target}" has only one value.`);
  if (classes.length > maxClasses) throw new CannotFit(`"${target}" has more than ${maxClasses} classes.`);
  if (type !== 'binary_classification') return;
  if (classes.length > 2) throw new CannotFit(`"${target}" has ${classes.length} values, not two.`);
  if (positiveValue !== undefined && !classes.includes(positiveValue)) {
    throw new CannotFit(`"${target}" never has the positive value "${positiveValue}".`);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
