import { zipOf } from '../../archives/zip-of.ts';
import { csvLine } from '../../tables/csv-line.ts';
import type { Trained } from './train.ts';

/** The name of the file by which an archive says which model it holds. */
export const modelFile = 'model.json';

/** What a training leaves: the model, how good it is, and the predictions behind that; its log where that is wanted. */
export async function resultArchive(
  { evaluated, table }: Trained,
  fitId: string,
  folder = '',
  log?: string,
): Promise<Buffer> {
  const { model, metrics, method, scored } = evaluated;
  const about = {
    sandbox_model: fitId,
    sandbox_target: model.task.target,
    sandbox_target_type: model.task.type,
    sandbox_columns: model.columns,
    sandbox_classes: model.classes,
    sandbox_training_rows: table.rows.length,
  };
  const lines = scored.map(({ actual, prediction }) => csvLine([actual, prediction.value]));
  return zipOf({
    [`${folder}${modelFile}`]: json(about),
    [`${folder}metrics.json`]: json({ sandbox_evaluated_on: method, ...metrics }),
    [`${folder}predictions.csv`]: csvLine(['sandbox_actual', 'sandbox_prediction']) + lines.join(''),
    ...(log === undefined ? {} : { [`${folder}training.log`]: log }),
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
