import type { Sandbox } from '@modelferry/sandbox';
import type { BookedJob } from './job-book.ts';
import { works } from './works.ts';

/** What is there at the vendors, held against what the job book knows. */
export interface Tally {
  /** Jobs that have really started. */
  readonly started: number;
  readonly done: number;
  /** For which a job has started. */
  readonly webhooks: number;
  /** Started, and not noted as done under their ID. */
  readonly open: readonly string[];
  /** Webhooks for which more than one job has started, or one more than once. */
  readonly doubled: readonly string[];
}

export function tally(sandbox: Sandbox, webhookIds: readonly string[], rows: readonly BookedJob[]): Tally {
  const closed = new Set(rows.filter(({ state }) => state === 'done').map(({ jobId }) => jobId));
  const jobs = works.flatMap((work) => work.jobs(sandbox, webhookIds));
  const starts = new Map<string, number>();
  for (const { webhookId = 'nobody', starts: count } of jobs)
    starts.set(webhookId, (starts.get(webhookId) ?? 0) + count);
  return {
    started: jobs.length,
    done: jobs.filter(({ isDone }) => isDone).length,
    webhooks: starts.size,
    open: jobs.filter(({ id }) => !closed.has(id)).map(({ id, webhookId }) => `${webhookId}: ${id}`),
    doubled: [...starts].filter(([, count]) => count > 1).map(([webhookId]) => webhookId),
  };
}
