import type { TranscriptEntry } from '@modelferry/sandbox';
import type { Scene } from '@modelferry/playground';
import type { Checks } from '../checks.ts';
import { abejaNode } from '../workflows/abeja-node.ts';
import { byId } from '../workflows/our-node.ts';
import { stopJob, type Moment } from './stop-job.ts';

/** A stretch of a training in which a person presses Stop. */
interface TrainingMoment extends Pick<Moment, 'name' | 'fault' | 'reached' | 'ends'> {
  readonly options?: Readonly<Record<string, unknown>>;
}

const reachedBy =
  (isReached: (request: TranscriptEntry) => boolean): Moment['reached'] =>
  (requests) =>
    requests.some((request) => request.operation === 'trainingJob' && isReached(request));

const waits = { reached: reachedBy(({ answered }) => answered) };

const moments: readonly TrainingMoment[] = [
  { name: 'while it waits for its job', ...waits, ends: true },
  {
    name: 'during a look at its job that hangs',
    fault: { kind: 'timeout', operation: 'trainingJob' },
    reached: reachedBy(({ faultId }) => faultId !== undefined),
    ends: true,
  },
  {
    name: 'while it waits for its job, to be left running',
    ...waits,
    options: { onStop: 'leave' },
    ends: false,
  },
];

/** Stopping an execution stops its training job at the vendor, once, or leaves it running where that is wanted. */
export async function trainingStopSuite(scene: Scene, checks: Checks): Promise<void> {
  for (const { options, ...moment } of moments)
    await checks.run(`Stop a training ${moment.name}`, () => stop({ ...moment, options }, scene));
}

async function stop({ options, ...moment }: TrainingMoment, scene: Scene): Promise<string> {
  const nodes = () => [
    abejaNode({
      ...{ resource: 'job', operation: 'run', definition: byId('cars-fuel'), sourceFrom: 'none' },
      options: { pollIntervalSeconds: 5, ...options },
    }),
  ];
  const variants = ['stuck-pending'] as const;
  return stopJob({ ...moment, variants, nodes, endCall: 'trainingJobStop', jobs }, scene);
}

const jobs: Moment['jobs'] = (sandbox) =>
  sandbox.state().abeja.jobs.map(({ id, status }) => ({
    ...{ id, state: status },
    goesOn: status === 'Pending' || status === 'Active',
  }));
