import { EngineError, quoteVendorText } from '@modelferry/http';
import type { BatchJob } from '../../client/batch-job.ts';
import { lastWords } from './job-message.ts';

/** How much of a job's log stands in an error. */
const maxLogs = 3;

/** The error for a job that ended badly, in the job's own words: its log says why (3.9). */
export function jobFailed(job: BatchJob, cause?: unknown): EngineError {
  const logs = (job.logs ?? []).slice(-maxLogs).map((text) => quoteVendorText(text));
  const details = lastWords(job);
  const said = [...(logs.includes(details) || details === '' ? [] : [details]), ...logs];
  const { scoredRows = 0, failedRows = 0 } = job;
  return new EngineError({
    code: 'job-failed',
    message: `Batch job ${job.id} ended as ${job.status} after ${scoredRows} scored and ${failedRows} failed rows${said.length > 0 ? `: ${said.join(' | ')}` : ', and its log says nothing'}.`,
    remedy:
      'Mend what the log names: the columns of the data, its encoding or its delimiter. Where too many rows fail, Abort on Error can be switched off.',
    cause,
  });
}
