import { isExplained } from '../batch/score-records.ts';
import type { ScoredRow } from '../batch/scored-row.ts';
import type { FittedModel, Prediction, Reason } from '../../models/model.ts';
import type { RealTimeOptions } from './options.ts';

/** One row with its prediction, and why it is so. */
export interface ExplainedRow extends ScoredRow {
  readonly prediction: Prediction;
  readonly explanations: readonly Explanation[];
}

/** How a prediction, or the one of a class, came about: `baseValue`, all reasons and `remainingTotal` are its sum. */
export interface Explanation {
  /** The class; for a number the target. */
  readonly className: string;
  readonly reasons: readonly Reason[];
  readonly baseValue: number;
  readonly remainingTotal: number;
}

/** Scores one row. */
export function explainedRow(
  model: FittedModel,
  options: RealTimeOptions,
  valueOf: (column: string) => string,
): ExplainedRow {
  const prediction = rounded(model.predict(valueOf), options);
  const explanations = wantsReasons(model, options, valueOf)
    ? classesToExplain(model, options, prediction).map((name) => explain(model, options, valueOf, name))
    : [];
  return { valueOf, prediction, status: 'OK', explanations, reasons: explanations[0]?.reasons };
}

function explain(
  model: FittedModel,
  { explanations, decimals }: RealTimeOptions,
  valueOf: (column: string) => string,
  className: string,
): Explanation {
  const { base, reasons } = model.decompose(valueOf, className);
  const most = explanations?.most ?? 0;
  return {
    className,
    reasons: reasons
      .slice(0, most)
      .map((reason) => ({ ...reason, contribution: round(reason.contribution, decimals) })),
    baseValue: round(base, decimals),
    remainingTotal: round(
      reasons.slice(most).reduce((sum, { contribution }) => sum + contribution, 0),
      decimals,
    ),
  };
}

/** The thresholds do not matter to SHAP. */
function wantsReasons(
  model: FittedModel,
  options: RealTimeOptions,
  valueOf: (column: string) => string,
): boolean {
  if (options.explanations === undefined) return false;
  return options.explanations.algorithm === 'shap' || isExplained(model, options, valueOf);
}

function classesToExplain(
  { task, classes }: FittedModel,
  { explanations }: RealTimeOptions,
  { value, probabilities = {} }: Prediction,
): readonly string[] {
  if (task.type === 'regression') return [task.target];
  const { classNames, topClasses } = explanations ?? {};
  if (classNames !== undefined) return classNames.filter((name) => classes.includes(name));
  if (topClasses !== undefined)
    return [...classes]
      .sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0))
      .slice(0, topClasses);
  return [task.positiveValue ?? value];
}

function rounded(prediction: Prediction, { decimals }: RealTimeOptions): Prediction {
  if (decimals === undefined) return prediction;
  const { value, probabilities } = prediction;
  if (probabilities === undefined) return { value: String(round(Number(value), decimals)) };
  return {
    value,
    probabilities: Object.fromEntries(
      Object.entries(probabilities).map(([name, share]) => [name, round(share, decimals)]),
    ),
  };
}

function round(value: number, decimals: number | undefined): number {
  return decimals === undefined ? value : Number(value.toFixed(Math.min(decimals, 100)));
}
