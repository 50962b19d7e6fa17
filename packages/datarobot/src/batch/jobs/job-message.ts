import { quoteVendorText } from '@modelferry/http';
import type { BatchJob } from '../../client/batch-job.ts';
import { isAwaitingData } from './is-awaiting-data.ts';
import { jobState } from './job-state.ts';

/** What a job is doing, for people: how many are ahead of it, and its own last words. */
export function jobMessage(job: BatchJob): string | undefined {
  const said = [aheadOf(job), failedRows(job), lastWords(job)].filter((part) => part !== '');
  return said.length > 0 ? said.join('; ') : undefined;
}

/** A job's own last words: its details, else the end of its log. */
export const lastWords = ({ statusDetails, logs }: BatchJob): string =>
  quoteVendorText(statusDetails ?? logs?.at(-1) ?? '');

function aheadOf(job: BatchJob): string {
  if (jobState(job.status) !== 'waiting') return '';
  if (isAwaitingData(job)) return 'waits for its data';
  const ahead = job.queuePosition ?? 0;
  if (ahead <= 0) return '';
  return ahead === 1 ? '1 job is ahead of it' : `${ahead} jobs are ahead of it`;
}

const failedRows = ({ failedRows: failed = 0 }: BatchJob): string =>
  failed > 0 ? `${failed} ${failed === 1 ? 'row' : 'rows'} could not be scored` : '';
