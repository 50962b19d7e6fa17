import { watchSource, type Source } from '@modelferry/upload';
import type { RunContext } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { jobState } from '../jobs/job-state.ts';
import { startsBeforeTheEnd } from '../jobs/starts-before-the-end.ts';
import { delimiterOf } from '../settings/csv-words.ts';
import { abandonJob } from './abandon-job.ts';
import { batchLedger, type BatchLedger } from './batch-ledger.ts';
import { checkData } from './check-data.ts';
import { checkTakesData, takesParts } from './check-takes-data.ts';
import { uploadData } from './upload-data.ts';
import { maxPartAttempts, uploadInParts, type PartSettings } from './upload-in-parts.ts';

/** Data for a job that is there. */
export interface JobData extends PartSettings {
  readonly jobId: string;
  readonly file: Source;
  /** Which part of the data the file is, from 0. @default all of them */
  readonly partNumber?: number;
  /** Whether to say, after the last of all parts, that they are there. */
  readonly finalize: boolean;
}

/**
 * Sends a job its data as it wants them: in one piece, in parts that are cut here, or one part that was cut elsewhere. What
 * an earlier try has sent is not sent again.
 * @returns the rows that were sent, where they were sent just now and could be counted
 * @throws what keeps the data from arriving; the job is removed then, unless it was one part
 */
export async function fillJob(
  context: RunContext<DataRobotClient>,
  data: JobData,
): Promise<number | undefined> {
  const { client, signal, progress, jobs } = context;
  const { jobId, file, partNumber, finalize } = data;
  const fingerprint = JSON.stringify(['upload', jobId, partNumber ?? null, file.name, file.length ?? null]);
  const ledger = batchLedger(jobs, fingerprint);
  const job = await client.getBatchJob(jobId, signal);
  if (await hasArrived(ledger, job)) {
    const message = `The data of batch job ${jobId} were sent by an earlier try, and are not sent again.`;
    progress({ type: 'warning', message });
    return undefined;
  }
  checkTakesData(job, partNumber);
  const csv = job.jobSpec?.csvSettings ?? {};
  const checked = await checkData(
    file,
    { ...csv, delimiter: csv.delimiter ?? ',', passthroughColumns: [] },
    (message) => progress({ type: 'warning', message }),
  );
  progress({ type: 'phase', title: 'Upload the data' });
  await ledger.keep(jobId, 'uploading');
  const scoreWhileUploading = startsBeforeTheEnd(job);
  const { source } = checked;
  if (partNumber !== undefined) {
    await sendPart(context, job, partNumber, source);
    return checked.sentRows();
  }
  const uploaded = takesParts(job)
    ? await uploadInParts(context, {
        ...{ job, scoreWhileUploading, finalize, data: checked },
        ...{ partBytes: data.partBytes, partConcurrency: data.partConcurrency },
        delimiter: delimiterOf(checked),
      })
    : await uploadData(context, { job, scoreWhileUploading, source });
  if (!uploaded.arrived) {
    // Not even parts may follow: cut in another way, they would stand beside those that have come
    if (await abandonJob(context, jobId)) await ledger.keep(jobId, 'abandoned');
    throw uploaded.error;
  }
  if (finalize || !takesParts(job)) await ledger.keep(jobId, 'uploaded');
  return checked.sentRows();
}

async function hasArrived(ledger: BatchLedger, job: BatchJob): Promise<boolean> {
  const record = await ledger.earlier();
  return record?.phase === 'uploaded' && jobState(job.status) !== 'failed';
}

/** One part, as the user has cut it: said to be all there only by Finalize. */
async function sendPart(
  { client, signal, progress }: RunContext<DataRobotClient>,
  job: BatchJob,
  part: number,
  source: Source,
): Promise<void> {
  const { name, length: totalBytes } = source;
  const watched = watchSource(source);
  const onBytesTaken = (bytes: number) => progress({ type: 'upload', name, bytes, totalBytes });
  const maxAttempts = startsBeforeTheEnd(job) ? 1 : maxPartAttempts;
  try {
    await client.putCsvPart({ job, part, source: watched.source, maxAttempts, onBytesTaken }, signal);
  } catch (error) {
    // What went wrong in the source is the first cause; the transport only felt it
    throw watched.failure ?? error;
  }
}
