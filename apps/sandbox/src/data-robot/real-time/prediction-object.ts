import type { FittedModel } from '../../models/model.ts';
import { isMissing, toNumber } from '../../models/values.ts';
import { inSigns } from '../batch/result-columns.ts';
import type { ExplainedRow, Explanation } from './explained-row.ts';
import type { RealTimeOptions } from './options.ts';

const dayMs = 86_400_000;
const threshold = 0.5;

/** What a row's object needs to know besides the row. */
export interface AnswerFacts {
  readonly model: FittedModel;
  readonly options: RealTimeOptions;
  readonly header: readonly string[];
  /** The smallest and the largest target that the model has seen; a number beyond is an outlier. */
  readonly seen: readonly [number, number];
  readonly showsOriginalTimestamp: boolean;
}

/** One row of a JSON answer. */
export function predictionObject(
  { model, options, header, seen, showsOriginalTimestamp }: AnswerFacts,
  row: ExplainedRow,
  rowId: number,
): Record<string, unknown> {
  const { value } = row.prediction;
  const isNumber = model.task.type === 'regression';
  const isOutlier = isNumber && (Number(value) < seen[0] || Number(value) > seen[1]);
  const passed = options.passthrough === 'all' ? header : options.passthrough;
  return {
    rowId,
    ...predicted(model, row),
    ...(options.warnsOfOutliers ? { isOutlierPrediction: isOutlier } : {}),
    ...(passed.length === 0
      ? {}
      : { passthroughValues: Object.fromEntries(passed.map((name) => [name, row.valueOf(name)])) }),
    ...explained(model, options, row),
    ...inTime(options, showsOriginalTimestamp),
    deploymentApprovalStatus: 'APPROVED',
  };
}

function predicted(model: FittedModel, { prediction }: ExplainedRow): Record<string, unknown> {
  const { value, probabilities = {} } = prediction;
  const { type, target, positiveValue = '' } = model.task;
  if (type === 'regression')
    return { prediction: Number(value), predictionValues: [{ label: target, value: Number(value) }] };
  const names = type === 'binary_classification' ? [positiveValue, negativeOf(model)] : model.classes;
  const predictionValues = names.map((name) => ({
    label: labelOf(model, name),
    value: probabilities[name] ?? 0,
  }));
  if (type === 'multi_classification') return { prediction: value, predictionValues };
  const isYes = (probabilities[positiveValue] ?? 0) > threshold;
  return { prediction: isYes ? 1 : 0, predictionThreshold: threshold, predictionValues };
}

function explained(
  model: FittedModel,
  { explanations: asked }: RealTimeOptions,
  { explanations }: ExplainedRow,
): Record<string, unknown> {
  if (asked === undefined) return {};
  const metadata = explanations.map(({ baseValue, remainingTotal }) => ({
    ...{ baseValue, remainingTotal, warnings: [] },
  }));
  return {
    predictionExplanations: explanations.flatMap((each) => reasonsOf(model, each)),
    ...(asked.algorithm === 'shap' ? { shapExplanationsMetadata: metadata } : {}),
  };
}

function reasonsOf(model: FittedModel, { className, reasons }: Explanation): unknown[] {
  return reasons.map((reason) => ({
    feature: reason.column,
    featureValue: readValue(reason.value),
    label: model.task.type === 'regression' ? className : labelOf(model, className),
    strength: reason.contribution,
    qualitativeStrength: inSigns(reason, reasons),
  }));
}

/** What the vendor adds for time series. */
function inTime({ forecastPoint }: RealTimeOptions, showsOriginal: boolean): Record<string, unknown> {
  if (forecastPoint === undefined) return {};
  const timestamp = new Date(Date.parse(forecastPoint) + dayMs).toISOString();
  return {
    forecastPoint: new Date(forecastPoint).toISOString(),
    forecastDistance: 1,
    timestamp,
    ...(showsOriginal ? { originalFormatTimestamp: timestamp.slice(0, 10) } : {}),
    seriesId: null,
    predictionIntervals: {},
  };
}

/** Of two classes the positive one is 1, whatever the data call it. */
function labelOf({ task }: FittedModel, name: string): string | number {
  return task.type === 'binary_classification' ? Number(name === task.positiveValue) : name;
}

function negativeOf({ classes, task }: FittedModel): string {
  return classes.find((name) => name !== task.positiveValue) ?? '';
}

function readValue(text: string): string | number | null {
  if (isMissing(text)) return null;
  const number = toNumber(text);
  return Number.isNaN(number) ? text : number;
}
