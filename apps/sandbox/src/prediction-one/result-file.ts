import { zipOf } from '../archives/zip-of.ts';
import type { Evaluated } from '../models/fit-and-evaluate.ts';
import { csvLine } from '../tables/csv-line.ts';

/** The result of a training, in both forms that it may be handed out in. */
export interface StoredResult {
  readonly report: Readonly<Record<string, unknown>>;
  readonly zip: Buffer;
  readonly csv: Buffer;
}

/** Real metrics and the predictions behind them; every name is marked as the sandbox's own. */
export async function resultFile(
  evaluated: Evaluated,
  about: Readonly<Record<string, unknown>>,
): Promise<StoredResult> {
  const { model, metrics, method, scored } = evaluated;
  const report = {
    ...about,
    sandbox_target: model.task.target,
    sandbox_target_type: model.task.type,
    sandbox_columns_used: model.columns,
    sandbox_evaluated_on: method,
    sandbox_evaluated_rows: scored.length,
    sandbox_metrics: metrics,
  };
  const probabilities = model.classes.map((name) => `sandbox_probability_${name}`);
  const lines = scored.map(({ actual, prediction }) =>
    csvLine([
      actual,
      prediction.value,
      ...model.classes.map((name) => String(prediction.probabilities?.[name] ?? '')),
    ]),
  );
  const csv = Buffer.from(
    [csvLine(['sandbox_actual', 'sandbox_prediction', ...probabilities]), ...lines].join(''),
  );
  const zip = await zipOf({
    'sandbox_report.json': `${JSON.stringify(report, undefined, 2)}\n`,
    'sandbox_predictions.csv': csv,
  });
  return { report, csv, zip };
}
