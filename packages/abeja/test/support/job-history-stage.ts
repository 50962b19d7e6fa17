import type { LookupContext } from '@modelferry/operation';
import { JobHistory, type MadeJob } from '@modelferry/testkit';
import type { AbejaClient } from '../../src/index.ts';
import { scriptedClient } from './scripted-client.ts';

const words = { succeeded: 'Complete', failed: 'Failed', cancelled: 'Stopped' };
const statusOf = ({ end, isIdle }: MadeJob) => (end ? words[end] : isIdle ? 'Pending' : 'Active');

/** The event that tells of a job's end. */
export const eventIdOf = (job: MadeJob): string => `training-job:${job.id}:${statusOf(job).toUpperCase()}`;

const asJson = (job: MadeJob) => ({
  ...{ id: job.id, status: statusOf(job), exec_env: job.isIdle ? 'local' : 'cloud' },
  created_at: `${new Date(job.madeAtMs).toISOString().slice(0, 19)}Z`,
});

/** The platform over a history of jobs, with a client of it. */
export function jobHistoryStage(pageLength: number, { isOldestFirst = false } = {}) {
  /** The offsets of the pages that were asked for. */
  const asked: number[] = [];
  const list = (query: URLSearchParams, { shown }: JobHistory) => {
    const offset = Number(query.get('offset'));
    asked.push(offset);
    const sorted = isOldestFirst ? shown : shown.toReversed();
    const end = offset + Math.min(pageLength, Number(query.get('limit')));
    return { entries: sorted.slice(offset, end).map(asJson), offset, total: sorted.length };
  };
  const history = new JobHistory(pageLength, ({ pathname, searchParams }, jobs) => {
    const id = /jobs\/(\w+)$/.exec(pathname)?.[1];
    const job = jobs.find(id ?? '');
    return id === undefined ? list(searchParams, jobs) : job && asJson(job);
  });
  const { client, clock, abort } = scriptedClient([], { transport: history.transport });
  const context: LookupContext<AbejaClient> = { client, clock, signal: abort.signal };
  return { history, asked, context };
}
