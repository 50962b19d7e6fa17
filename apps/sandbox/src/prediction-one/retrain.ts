import { fitAndEvaluate } from '../models/fit-and-evaluate.ts';
import type { Evaluated } from '../models/fit-and-evaluate.ts';
import { score, measure } from '../models/metrics.ts';
import { CannotFit } from '../models/task.ts';
import type { Task } from '../models/task.ts';
import type { ReceivedUpload } from '../storage/receive-upload.ts';
import type { Outcome } from './job.ts';
import { alreadyFitted } from './model.ts';
import type { Model } from './model.ts';
import type { Region } from './region.ts';
import { readTables } from './read-tables.ts';
import { resultFile } from './result-file.ts';
import type { RetrainJob } from './retrain-job.ts';
import { taskOf } from './train-config.ts';

/** Retrains on an upload. @throws Error when the upload or its tables do not do; the message is the job's */
export async function retrain(
  region: Region,
  base: Model,
  job: RetrainJob,
  modelId: number,
  upload: ReceivedUpload,
): Promise<Outcome> {
  const { variants, invention } = region.shared;
  const { train, evaluation } = await readTables(upload, variants, invention.seed);
  const task = taskOf(base.config);
  const missing = base.columns.filter((column) => !train.columns.includes(column));
  const added = train.columns.filter((column) => !base.columns.includes(column));
  if (variants.has('schema-mismatch-fails') && missing.length + added.length > 0) {
    throw new CannotFit(`The columns differ: missing ${missing.join(', ')}; new ${added.join(', ')}.`);
  }
  const kept = missing.includes(task.target) && variants.has('schema-mismatch-ignored');
  const used = variants.has('eval-ignored') ? undefined : evaluation;
  const evaluated = kept
    ? await keepModel(base, task)
    : await fitAndEvaluate(task, train, used, invention.seed);
  const model = region.addModel({
    id: modelId,
    base,
    name: base.name,
    config: base.config,
    columns: kept ? base.columns : train.columns,
    fitted: alreadyFitted(evaluated.model),
    isReady: job.isFinished,
  });
  const result = await resultFile(evaluated, {
    sandbox_retrain_job_id: job.id,
    sandbox_model_id: model.id,
    sandbox_file: upload.name,
    sandbox_file_bytes: upload.bytes,
    sandbox_file_sha256: upload.sha256,
    sandbox_training_rows: train.rowCount,
    sandbox_sampled_rows: train.rows.length,
    sandbox_evaluation_rows: evaluation?.rowCount ?? null,
  });
  return { model, result };
}

/** The old model once more: what a retraining without a target column comes to when mismatches are ignored. */
async function keepModel(base: Model, task: Task): Promise<Evaluated> {
  const model = await base.fitted();
  const scored = score(model, { columns: [], rows: [], rowCount: 0 });
  return { model, metrics: measure(task.type, scored), method: 'hold_out', scored };
}
