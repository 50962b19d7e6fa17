import type { FittedModel } from '../models/model.ts';
import { csvLine } from '../tables/csv-line.ts';
import type { InferenceInput } from './inference-input.ts';

type ValueOf = (column: string) => string;

/** `prediction_valid.csv` */
export function predictionCsv(model: FittedModel, input: InferenceInput): string {
  const { classes } = model;
  const repeated = input.repeatInputs ? input.columns.filter((column) => column !== input.leftmost) : [];
  const label = classes.length === 0 ? ['sandbox_prediction'] : input.withoutLabel ? [] : ['sandbox_label'];
  const header = [
    ...(input.leftmost === undefined ? [] : [input.leftmost]),
    ...(input.withoutRowNumbers ? [] : ['sandbox_row']),
    ...repeated,
    ...label,
    ...classes.map((name) => `sandbox_probability_${name}`),
  ];
  const lines = input.rows.map((row, index) => {
    const valueOf = reader(input, row);
    const prediction = model.predict(valueOf);
    return csvLine([
      ...(input.leftmost === undefined ? [] : [valueOf(input.leftmost)]),
      ...(input.withoutRowNumbers ? [] : [String(index + 1)]),
      ...repeated.map(valueOf),
      ...(label.length === 0 ? [] : [prediction.value]),
      ...classes.map((name) => String(prediction.probabilities?.[name] ?? 0)),
    ]);
  });
  return csvLine(header) + lines.join('');
}

/** `prediction_analysis.csv`: how much each column moved each prediction. */
export function analysisCsv(model: FittedModel, input: InferenceInput): string {
  const lines = input.rows.flatMap((row, index) =>
    model
      .explain(reader(input, row))
      .map(({ column, value, contribution }) =>
        csvLine([
          ...(input.withoutRowNumbers ? [] : [String(index + 1)]),
          column,
          value,
          String(contribution),
        ]),
      ),
  );
  const header = ['sandbox_column', 'sandbox_value', 'sandbox_contribution'];
  return csvLine(input.withoutRowNumbers ? header : ['sandbox_row', ...header]) + lines.join('');
}

function reader(input: InferenceInput, row: readonly string[]): ValueOf {
  return (column) => row[input.columns.indexOf(column)] ?? '';
}
