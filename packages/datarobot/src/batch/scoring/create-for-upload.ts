import { isApiError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { LocalFileRequest } from '../../client/batch-request.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { isReadByBytes, standardQuote } from '../settings/csv-words.ts';
import { abandonJob } from './abandon-job.ts';

/** A job to send data to, and what was asked of it in the end. */
export interface CreatedJob {
  readonly job: BatchJob;
  readonly request: LocalFileRequest;
}

/**
 * Makes a job for data in parts or in one piece, as asked. A server without parts says so (`multipart-flag-off`), or leaves
 * the wish out of its echo (`multipart-flag-ignored`): then it is one piece, and the user is told.
 */
export async function createForUpload(
  context: RunContext<DataRobotClient>,
  request: LocalFileRequest,
): Promise<CreatedJob> {
  const { client, signal, progress } = context;
  const inOnePiece = async (because: string): Promise<CreatedJob> => {
    progress({ type: 'warning', message: `${because}: the file is sent in one piece.` });
    const whole = { ...request, intakeSettings: { ...request.intakeSettings, multipart: false } };
    return { job: await client.createBatchJob(whole, signal), request: whole };
  };
  if (request.intakeSettings.multipart !== true) {
    return { job: await client.createBatchJob(request, signal), request };
  }
  const { quotechar = standardQuote, encoding = 'utf-8' } = request.csvSettings ?? {};
  if (quotechar !== standardQuote) {
    return inOnePiece('With a quote character of its own a file cannot be split');
  }
  if (!isReadByBytes(encoding))
    return inOnePiece(`In the encoding ${encoding} a file cannot be split by bytes`);
  try {
    const job = await client.createBatchJob(request, signal);
    if (takesParts(job)) return { job, request };
    await abandonJob(context, job.id);
  } catch (error) {
    if (!isApiError(error) || error.status !== 422) throw error;
    // Were it for another reason, the next creation says so
  }
  return inOnePiece('This server does not take files in parts');
}

/** A job that does not repeat what was asked of it at all is believed. */
const takesParts = ({ jobSpec }: BatchJob): boolean =>
  jobSpec?.intakeSettings === undefined || jobSpec.intakeSettings.multipart === true;
