import { createSecrets } from '@modelferry/auth';
import { autoClock, JobHistory, triggerContract, type MadeJob } from '@modelferry/testkit';
import { createDataRobotClient } from '../src/index.ts';
import { batchPredictionEnded } from '../src/triggers/batch-prediction-ended.ts';
import { endpoint } from './support/scripted-run.ts';

const words = { succeeded: 'COMPLETED', failed: 'FAILED', cancelled: 'ABORTED' };
const statusOf = ({ end, isIdle }: MadeJob) => (end ? words[end] : isIdle ? 'INITIALIZING' : 'RUNNING');

/** As the vendor shows times: in whole seconds. */
const asJson = (job: MadeJob) => ({
  id: job.id,
  status: statusOf(job),
  created: `${new Date(job.madeAtMs).toISOString().slice(0, 19)}Z`,
  queued: !job.isIdle,
  links: job.isIdle ? { csvUpload: `${endpoint}/batchPredictions/${job.id}/csvUpload/` } : {},
});

function answer({ pathname, searchParams: query }: URL, history: JobHistory): object | undefined {
  const id = /batchPredictions\/(\w+)\//.exec(pathname)?.[1];
  const job = history.find(id ?? '');
  return id === undefined ? listOf(query, history) : job && asJson(job);
}

function listOf(query: URLSearchParams, { shown, pageLength }: JobHistory): object {
  const since = query.get('startDateTime');
  const statuses = query.getAll('status');
  const matching = shown.filter(
    (job) =>
      (since === null || job.madeAtMs >= Date.parse(since)) &&
      (statuses.length === 0 || statuses.includes(statusOf(job))),
  );
  const sorted = query.get('orderBy') === 'created' ? matching : matching.toReversed();
  const offset = Number(query.get('offset') ?? 0);
  const end = offset + Math.min(pageLength, Number(query.get('limit') ?? 100));
  return { data: sorted.slice(offset, end).map(asJson), next: end < sorted.length ? endpoint : null };
}

triggerContract('a batch prediction that has ended', {
  trigger: batchPredictionEnded,
  inputs: {},
  open(pageLength) {
    const history = new JobHistory(pageLength, answer);
    const clock = autoClock();
    const { transport } = history;
    const client = createDataRobotClient({ transport, endpoint, clock, secrets: createSecrets() });
    return { history, context: { client, clock, signal: new AbortController().signal } };
  },
  eventIdOf: (job) => `batch-prediction:${job.id}:${statusOf(job)}`,
});
