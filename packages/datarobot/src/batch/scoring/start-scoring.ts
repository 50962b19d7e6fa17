import { defaultRetryPolicy, isApiError, messageOf, pause, pauseMs } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { LocalFileRequest } from '../../client/batch-request.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { retryRules } from '../../client/limits.ts';
import type { CountedTable } from '../../tables/counted-table.ts';
import { delimiterOf } from '../settings/csv-words.ts';
import { abandonJob } from './abandon-job.ts';
import type { BatchLedger } from './batch-ledger.ts';
import { createForUpload } from './create-for-upload.ts';
import type { Uploaded } from './judge-upload.ts';
import type { EarlyResult } from './result-beside-upload.ts';
import { takeUpJob } from './take-up-job.ts';
import { uploadBesideResult } from './upload-beside-result.ts';
import { uploadData } from './upload-data.ts';
import { uploadInParts, type PartSettings } from './upload-in-parts.ts';

/** Jobs made in all: a body that broke off cannot be sent again, only to a new job (5.2). */
const maxJobs = 3;

/** A job whose data are there. */
export interface StartedScoring {
  readonly jobId: string;
  /** Rows that were sent, where they were sent just now and could be counted. */
  readonly sentRows: number | undefined;
  /** Its result, where that was begun beside the upload. */
  readonly early?: EarlyResult;
}

/** How the data go, and what goes on meanwhile. */
export interface StartSettings extends PartSettings {
  /** Begins to fetch the result of a job whose data are about to be sent. @default that is left for later */
  beginResult?(jobId: string): EarlyResult;
}

/**
 * Makes a job and sends its data, or takes up the job of an earlier try of the same request. A job whose data break off is
 * removed before there is another one, so that no row is scored twice.
 * @throws what keeps the data from arriving
 */
export async function startScoring(
  context: RunContext<DataRobotClient>,
  ledger: BatchLedger,
  request: LocalFileRequest,
  data: CountedTable,
  { beginResult, ...partSettings }: StartSettings = {},
): Promise<StartedScoring> {
  const { progress } = context;
  const { source, table } = data;
  const scoreWhileUploading = request.intakeSettings.async ?? true;
  const earlier = await takeUpJob(context, ledger, scoreWhileUploading);
  if (earlier !== undefined) return { jobId: earlier, sentRows: undefined };
  progress({ type: 'phase', title: 'Upload the data' });
  let asked = request;
  let parts = partSettings;
  for (let jobs = 1; ; jobs++) {
    const { job, request: given } = await createForUpload(context, asked);
    asked = given; // A server that takes no parts is asked for them once
    // Before the first byte leaves: what happens next must not lose the ID
    await ledger.keep(job.id, 'created');
    await ledger.keep(job.id, 'uploading');
    const upload = { job, scoreWhileUploading };
    const cut = { ...parts, delimiter: delimiterOf(asked) };
    const inParts = asked.intakeSettings.multipart === true;
    const send = (sending: RunContext<DataRobotClient>): Promise<Uploaded> =>
      inParts
        ? uploadInParts(sending, { ...upload, ...cut, data })
        : uploadData(sending, { ...upload, source });
    const early = beginResult?.(job.id);
    const uploaded = await (early ? uploadBesideResult(context, upload, early, send) : send(context));
    if (uploaded.arrived) {
      await ledger.keep(job.id, 'uploaded');
      return { jobId: job.id, sentRows: data.sentRows(), early };
    }
    if (await abandonJob(context, job.id)) await ledger.keep(job.id, 'abandoned');
    const { again, error } = uploaded;
    const pauseLengthMs =
      again && jobs < maxJobs && table.replayable ? pauseAfter(error, jobs, context) : undefined;
    if (pauseLengthMs === undefined) throw error;
    progress({
      type: 'warning',
      message: `The upload begins anew with another job: ${messageOf(error)}`,
    });
    parts = { ...parts, partConcurrency: 1 }; // What went wrong may be that they were not in order
    await pause(context, pauseLengthMs, `upload the data for deployment ${request.deploymentId}`);
  }
}

const pauseAfter = (error: unknown, jobs: number, { random }: RunContext<DataRobotClient>) =>
  pauseMs(
    { ...defaultRetryPolicy, ...retryRules },
    jobs,
    isApiError(error) ? error.retryAfterMs : undefined,
    random,
  );
