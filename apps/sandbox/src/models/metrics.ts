import type { Table } from '../tables/table.ts';
import type { FittedModel, Prediction } from './model.ts';
import { sixDigits } from './six-digits.ts';
import { toNumber, isMissing } from './values.ts';

/** How well predictions met the truth. */
export type Metrics = Readonly<Record<string, number>>;

export interface ScoredRow {
  readonly actual: string;
  readonly prediction: Prediction;
}

/** Predicts every row of a table whose target is known. */
export function score(model: FittedModel, table: Table): ScoredRow[] {
  const places = new Map(table.columns.map((column, index) => [column, index]));
  const target = places.get(model.task.target);
  if (target === undefined) return [];
  return table.rows.flatMap((row) => {
    const actual = row[target]?.trim();
    if (isMissing(actual)) return [];
    return [
      {
        actual: actual as string,
        prediction: model.predict((column) => row[places.get(column) ?? -1] ?? ''),
      },
    ];
  });
}

/** `sandbox_` names, because nobody should code against them. The baseline always says the mean, or the top class. */
export function measure(type: FittedModel['task']['type'], scored: readonly ScoredRow[]): Metrics {
  return type === 'regression' ? regression(scored) : classification(scored);
}

function regression(scored: readonly ScoredRow[]): Metrics {
  const pairs = scored
    .map(({ actual, prediction }) => [toNumber(actual), Number(prediction.value)] as const)
    .filter(([actual]) => !Number.isNaN(actual));
  const mean = average(pairs.map(([actual]) => actual));
  const squared = average(pairs.map(([actual, predicted]) => (actual - predicted) ** 2));
  const spread = average(pairs.map(([actual]) => (actual - mean) ** 2));
  return {
    sandbox_rmse: sixDigits(Math.sqrt(squared)),
    sandbox_mae: sixDigits(average(pairs.map(([actual, predicted]) => Math.abs(actual - predicted)))),
    sandbox_r2: spread === 0 ? 0 : sixDigits(1 - squared / spread),
    sandbox_baseline_rmse: sixDigits(Math.sqrt(spread)),
  };
}

function classification(scored: readonly ScoredRow[]): Metrics {
  const counts = new Map<string, number>();
  for (const { actual } of scored) counts.set(actual, (counts.get(actual) ?? 0) + 1);
  const loss = ({ actual, prediction }: ScoredRow): number =>
    -Math.log(Math.max(1e-6, prediction.probabilities?.[actual] ?? 0));
  return {
    sandbox_accuracy: sixDigits(average(scored.map((row) => (row.actual === row.prediction.value ? 1 : 0)))),
    sandbox_log_loss: sixDigits(average(scored.map(loss))),
    sandbox_baseline_accuracy: sixDigits(Math.max(0, ...counts.values()) / Math.max(1, scored.length)),
  };
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
