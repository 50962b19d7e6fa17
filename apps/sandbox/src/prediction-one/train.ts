import { fitAndEvaluate } from '../models/fit-and-evaluate.ts';
import { CannotFit } from '../models/task.ts';
import type { ReceivedUpload } from '../storage/receive-upload.ts';
import { parseSample } from '../tables/parse-sample.ts';
import type { Table } from '../tables/table.ts';
import type { Outcome } from './job.ts';
import { alreadyFitted } from './model.ts';
import type { Region } from './region.ts';
import { resultFile } from './result-file.ts';
import { columnTypesOf, taskOf } from './train-config.ts';
import type { TrainConfig } from './train-config.ts';
import type { Training } from './training.ts';

const lateModelPolls = 2;
const dayMs = 86_400_000;

/** Starts a training from scratch on what was uploaded for it. */
export function train(region: Region, training: Training, name: string, config: TrainConfig): void {
  const { variants, clock } = region.shared;
  const fitted = async () =>
    (await training.outcome?.model.fitted()) ?? Promise.reject(new CannotFit('not trained'));
  if (variants.has('duplicate-model-names')) {
    const id = region.reserveModelId();
    region.addModel({ id, name, config, columns: [], fitted, createdMs: clock.now() - dayMs });
  }
  const id = region.reserveModelId();
  training.start(() => fit(region, training, { id, name, config }));
}

async function fit(
  region: Region,
  training: Training,
  wanted: { readonly id: number; readonly name: string; readonly config: TrainConfig },
): Promise<Outcome> {
  const { variants, invention } = region.shared;
  const { id, name, config } = wanted;
  const table = await tableOf(training.files.get('learn'));
  const types = await tableOf(training.files.get('column-info'));
  if (types.columns.join() !== 'column_name,column_type') {
    throw new CannotFit('The column info file needs the header column_name,column_type.');
  }
  const evaluationFile = variants.has('eval-ignored') ? undefined : training.files.get('eval');
  const evaluation = evaluationFile && (await tableOf(evaluationFile));
  const task = taskOf(config, columnTypesOf(types.rows));
  const evaluated = await fitAndEvaluate(task, table, evaluation, invention.seed);
  const model = region.addModel({
    id,
    name,
    config,
    columns: table.columns,
    fitted: alreadyFitted(evaluated.model),
    isReady: training.isFinished,
    hiddenPolls: variants.has('model-appears-late') ? lateModelPolls : 0,
  });
  const result = await resultFile(evaluated, {
    sandbox_external_process_id: training.uploadId,
    sandbox_model_id: id,
    sandbox_training_rows: table.rowCount,
    sandbox_sampled_rows: table.rows.length,
    sandbox_evaluation_rows: evaluation?.rowCount ?? null,
  });
  return { model, result };
}

async function tableOf(upload: ReceivedUpload | undefined): Promise<Table> {
  if (upload?.sample === undefined) throw new CannotFit(`sandbox: "${upload?.name ?? ''}" is no table.`);
  return parseSample(upload.sample, upload.name);
}
