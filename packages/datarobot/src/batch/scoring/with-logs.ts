import { ApiError } from '@modelferry/http';
import type { BatchJob } from '../../client/batch-job.ts';
import { lastWords } from '../jobs/job-message.ts';

/** A refusal of data together with what the job's log says of it (3.10). */
export function withLogs(error: ApiError, job: BatchJob): ApiError {
  const words = lastWords(job);
  const known = words === '' || error.message.includes(words);
  return new ApiError({
    ...error,
    message: known ? error.message : `${error.message} The job's log says: "${words}".`,
    remedy: 'Check that the file is a CSV in the given encoding, with the given delimiter.',
    cause: error,
  });
}
