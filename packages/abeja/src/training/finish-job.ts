import { isEngineError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { MetricGate } from '../gate/metric-gate.ts';
import { standAtGate } from '../gate/stand-at-gate.ts';
import { describeJob } from './describe-job.ts';
import { figuresOfJob } from './figures-of-job.ts';
import { modelsOfJob } from './models-of-job.ts';
import { saveResult } from './save-result.ts';
import type { StartedJob } from './start-job.ts';
import type { TrainingLedger } from './training-ledger.ts';
import { waitForTraining, type TrainingWait } from './wait-for-training.ts';

/** What to do once a job is complete. */
export interface Finishing extends TrainingWait {
  readonly downloadResult: boolean;
  readonly resultFileName?: string | undefined;
  readonly findModel: boolean;
  readonly gate?: MetricGate | undefined;
}

/**
 * Waits for a job, fetches what it has left, holds it against what was asked for, and notes in the ledger how it ended.
 * @throws EngineError with code `job-failed` when it is not complete in the end, or not good enough where that is to fail
 */
export async function finishJob(
  context: RunContext<AbejaClient>,
  ledger: TrainingLedger,
  reference: StartedJob['reference'],
  finishing: Finishing,
) {
  const { client, signal } = context;
  const waited = await waitForTraining(context, reference, finishing).catch(async (error: unknown) => {
    // The next try then begins anew
    if (isEngineError(error) && error.code === 'job-failed') await ledger.keep(reference, 'failed');
    throw error;
  });
  const job = waited.job ?? (await client.getJob(reference.definition, reference.jobId, signal));
  if (!waited.finished) return { ...describeJob(reference, job), modelIds: [], goodEnough: false };
  await ledger.keep(reference, 'finished');
  return settle(context, { reference, job }, finishing);
}

async function settle(
  context: RunContext<AbejaClient>,
  { reference, job }: StartedJob,
  { downloadResult, resultFileName: fileName, findModel, gate }: Finishing,
) {
  const { progress } = context;
  const resultFile = downloadResult
    ? await saveResult(context, reference, { fileName, isFresh: true })
    : undefined;
  if (downloadResult && !resultFile) {
    const message = `Training job ${reference.jobId} has left no result, so that no file was saved.`;
    progress({ type: 'warning', message });
  }
  const models = findModel || gate ? await modelsOfJob(context, reference, findModel) : [];
  const figures = figuresOfJob(job, models);
  const outcome =
    gate &&
    standAtGate(context, gate, {
      what: `Training job ${reference.jobId} is complete and`,
      figures,
      besides: `${models[0] ? `Its model is ${models[0].modelId}` : 'It has made no model'}, ${
        resultFile ? `and its result was saved as "${resultFile.name}"` : 'and no file was saved'
      }.`,
    });
  return {
    ...describeJob(reference, job),
    figures,
    modelId: models[0]?.modelId,
    modelIds: models.map(({ modelId }) => modelId),
    resultFile,
    goodEnough: outcome?.goodEnough ?? true,
    metricValue: outcome?.metricValue,
  };
}
