import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchContext } from '../harness/index.ts';
import { nextMessage, type JobService, type Seen } from './job-service.ts';
import type { WaitEnds, WaitFigures, WaitOrder } from './wait-run.ts';

/** One process that waited: what it cost, what the vendor saw, how the waits ended. */
export interface WaitResult {
  readonly jobs: number;
  readonly figures: WaitFigures;
  readonly polls: number;
  /** Of them, those since the waits have settled. */
  readonly settledPolls: number;
  readonly sockets: Pick<Seen, 'most' | 'opened'>;
  /** Polls in each 100 ms, from the first one on. */
  readonly bins: readonly number[];
  readonly ends: WaitEnds;
}

const binMs = 100;

/** Lets one program wait for jobs, which end well once the window is over. */
export async function waitContest(
  { signal, log }: BenchContext,
  service: JobService,
  script: string,
  order: Omit<WaitOrder, 'url'>,
): Promise<WaitResult> {
  await service.begin();
  const child = fork(script, [JSON.stringify({ ...order, url: service.url })], {
    execArgv: ['--expose-gc'],
    signal,
  });
  child.on('error', () => undefined); // An abort; whoever waits for its answer hears of it
  try {
    const figures = await nextMessage<WaitFigures>(child, signal);
    const { pollsAtMs, ...sockets } = await service.seen();
    await service.finish();
    const ends = await nextMessage<WaitEnds>(child, signal);
    // The first poll is that which warms
    const polls = pollsAtMs.slice(1);
    const { fromMs, untilMs } = figures.settled;
    const settledPolls = polls.filter((at) => at >= fromMs && at <= untilMs).length;
    const bins = binsOf(polls, order.windowMs);
    log(`${order.jobs} jobs: ${polls.length} polls, ${ends.succeeded} ended well, ${ends.failed} were lost`);
    return { jobs: order.jobs, figures, polls: polls.length, settledPolls, sockets, bins, ends };
  } finally {
    child.kill();
    await sleep(500, undefined, { signal }); // Its connections are closed before the next one comes
  }
}

function binsOf(polls: readonly number[], windowMs: number): readonly number[] {
  const bins: number[] = new Array<number>(Math.ceil(windowMs / binMs)).fill(0);
  const [first = 0] = polls;
  for (const at of polls) {
    const bin = Math.floor((at - first) / binMs);
    if (bin < bins.length) bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}
