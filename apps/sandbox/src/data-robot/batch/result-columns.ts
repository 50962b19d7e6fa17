import type { FittedModel, Reason } from '../../models/model.ts';
import type { JobSpec } from './job-spec.ts';
import type { ScoredRow } from './scored-row.ts';

/** One column of a result. */
export interface ResultColumn {
  readonly name: string;
  /** Empty for a row that could not be scored, except where the row itself is shown. */
  readonly valueOf: (row: ScoredRow) => string;
}

/** What decides on the columns. */
export type ColumnSpec = Pick<
  JobSpec,
  | 'passthrough'
  | 'maxExplanations'
  | 'includePredictionStatus'
  | 'includeProbabilities'
  | 'includeProbabilitiesClasses'
  | 'predictionThreshold'
  | 'remapping'
>;

/** The columns of a job's result, under the names the job asks for. */
export function resultColumns(
  model: FittedModel,
  spec: ColumnSpec,
  header: readonly string[],
): ResultColumn[] {
  const passed = spec.passthrough === 'all' ? header : spec.passthrough;
  const columns: ResultColumn[] = [
    ...predictions(model, spec),
    ...Array.from({ length: spec.maxExplanations }, (_unused, index) => explanation(index)).flat(),
    ...(spec.includePredictionStatus
      ? [{ name: 'prediction_status', valueOf: ({ status }: ScoredRow) => status }]
      : []),
    ...passed.map((name) => ({ name, valueOf: (row: ScoredRow) => row.valueOf(name) })),
  ];
  return columns.flatMap((column) => {
    const name = spec.remapping.get(column.name);
    return name === null ? [] : [{ ...column, name: name ?? column.name }];
  });
}

function predictions(model: FittedModel, spec: ColumnSpec): ResultColumn[] {
  const { target, type, positiveValue = '' } = model.task;
  const label: ResultColumn = {
    name: `${target}_PREDICTION`,
    valueOf: ({ prediction }) => prediction?.value ?? '',
  };
  if (type === 'regression') return [label];
  const share = (row: ScoredRow, name: string): number => row.prediction?.probabilities?.[name] ?? 0;
  const isBinary = type === 'binary_classification';
  const negative = model.classes.find((name) => name !== positiveValue) ?? '';
  const named = spec.includeProbabilitiesClasses;
  const probabilities = (isBinary ? [positiveValue, negative] : model.classes)
    .filter((name) => spec.includeProbabilities && (named.length === 0 || named.includes(name)))
    .map((name) => ({
      name: `${target}_${name}_PREDICTION`,
      valueOf: (row: ScoredRow) => (row.prediction === undefined ? '' : String(share(row, name))),
    }));
  if (!isBinary) return [...probabilities, label];
  const isYes = (row: ScoredRow): boolean => share(row, positiveValue) >= spec.predictionThreshold;
  const whenScored =
    (value: (row: ScoredRow) => string) =>
    (row: ScoredRow): string =>
      row.prediction === undefined ? '' : value(row);
  return [
    ...probabilities,
    { name: label.name, valueOf: whenScored((row) => (isYes(row) ? positiveValue : negative)) },
    { name: 'THRESHOLD', valueOf: whenScored(() => String(spec.predictionThreshold)) },
    { name: 'POSITIVE_CLASS', valueOf: whenScored(() => positiveValue) },
  ];
}

function explanation(index: number): ResultColumn[] {
  const column = (name: string, read: (reason: Reason, row: ScoredRow) => string): ResultColumn => ({
    name: `EXPLANATION_${index + 1}_${name}`,
    valueOf: (row) => {
      const reason = row.reasons?.[index];
      return reason === undefined ? '' : read(reason, row);
    },
  });
  return [
    column('FEATURE_NAME', (reason) => reason.column),
    column('STRENGTH', (reason) => String(reason.contribution)),
    column('QUALITATIVE_STRENGTH', (reason, row) => inSigns(reason, row.reasons ?? [])),
    column('ACTUAL_VALUE', (reason) => reason.value),
  ];
}

/** One to three signs, by the column's share in all that moved the prediction. */
export function inSigns({ contribution }: Reason, all: readonly Reason[]): string {
  const total = all.reduce((sum, reason) => sum + Math.abs(reason.contribution), 0);
  const share = total === 0 ? 0 : Math.abs(contribution) / total;
  return (contribution < 0 ? '-' : '+').repeat(share > 0.4 ? 3 : share > 0.2 ? 2 : 1);
}
