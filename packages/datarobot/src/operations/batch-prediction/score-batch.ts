import { file, flag } from '@modelferry/operation';
import * as v from 'valibot';
import { awaitResult } from '../../batch/scoring/await-result.ts';
import { batchFingerprint, batchLedger } from '../../batch/scoring/batch-ledger.ts';
import { checkData } from '../../batch/scoring/check-data.ts';
import { lookAfterUpload } from '../../batch/scoring/look-after-upload.ts';
import { outputsOf } from '../../batch/scoring/outputs-of.ts';
import { resultBesideUpload } from '../../batch/scoring/result-beside-upload.ts';
import { toBatchRequest } from '../../batch/scoring/score-request.ts';
import { startScoring } from '../../batch/scoring/start-scoring.ts';
import { waitOutputs } from '../shared/batch-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { deploymentInput } from '../shared/deployment-input.ts';
import { csvInputs, jobInputs, resultInputs, uploadInputs } from '../shared/score-inputs.ts';
import { waitingInputs } from '../shared/waiting-inputs.ts';

/** A job whose data are there is in the queue soon; after this it is told that it is not, in milliseconds. */
const dataGraceMs = 30_000;

export const scoreBatch = defineOperation({
  resource: 'batchPrediction',
  name: 'score',
  title: 'Score',
  action: 'Score file as batch prediction',
  summary: 'Score a CSV file of any size with a deployment: upload it, wait in the queue, get the result',
  ciStep: 'batch-predict',
  cancellable: true,
  inputs: v.object({
    deploymentId: deploymentInput(
      'The deployment whose model scores the rows; a later replacement does not change the job',
    ),
    file: file({
      title: 'File',
      description: 'The rows to score, as CSV with a header line',
      extensions: ['csv', 'tsv', 'txt'],
    }),
    waitForCompletion: v.optional(
      flag({
        title: 'Wait for Completion',
        description: 'Whether to wait for the result instead of returning right after the upload',
      }),
      true,
    ),
    ...uploadInputs,
    ...resultInputs,
    ...csvInputs,
    ...jobInputs,
    ...waitingInputs,
  }),
  outputs: v.object(waitOutputs),
  async run(context, given) {
    const { progress } = context;
    const data = await checkData(given.file, { ...given, quotechar: given.quoteCharacter }, (message) =>
      progress({ type: 'warning', message }),
    );
    const request = toBatchRequest(given, data.csvSettings);
    const ledger = batchLedger(context.jobs, batchFingerprint(given.file, request));
    const wait = { ...given, dataGraceMs };
    const bothWays =
      given.scoreWhileUploading &&
      given.waitForCompletion &&
      given.downloadResult &&
      given.downloadWhileScoring;
    const { jobId, ...started } = await startScoring(context, ledger, request, data, {
      ...given,
      ...(bothWays && {
        beginResult: (id: string) =>
          resultBesideUpload(context, { ...wait, jobId: id }, given.resultFileName),
      }),
    });
    if (given.waitForCompletion) return awaitResult(context, { ...wait, ...started, jobId });

    return outputsOf(jobId, await lookAfterUpload(context, jobId));
  },
});
