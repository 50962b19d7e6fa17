import { limitGate, type BenchReport } from '../harness/index.ts';
import { burst } from './burst.ts';
import type { WaitResult } from './wait-contest.ts';

export interface PollingRuns {
  readonly intervalMs: number;
  readonly windowMs: number;
  /** From few jobs to many. */
  readonly engine: readonly WaitResult[];
  readonly peer: WaitResult;
}

/** What the runs say, and whether they hold what is promised. */
export function pollingReport(runs: PollingRuns): BenchReport {
  const { engine, peer, intervalMs, windowMs } = runs;
  const most = engine.at(-1) ?? peer;
  const contestants = [
    ...engine.map((result) => ({ name: 'Modelferry', result })),
    { name: 'fetch and sleep', result: peer },
  ];
  return {
    title: 'Waiting for many jobs in one process',
    conditions: [
      `One process waits for batch predictions: one \`pollUntilDone\` for each, over DataRobot's client and the transport of the Node.js host, with its defaults and an interval of ${intervalMs / 1_000} s. All waits are started in one go.`,
      'The peer is what everybody writes first: for each job a loop of the `fetch` of Node.js and a `sleep` of the same interval.',
      'The vendor is a server in Node.js on the same machine that answers at once, 1.3 KB a job, and keeps connections for 65 s: the sandbox does more for each request than is fair to measure with.',
      `What is measured: the first ${windowMs / 1_000} s, the start included; processor time of the whole process, collector and compiler included, over the polls that the vendor saw, also from the third interval on (settled: the program is compiled by then); heap in use after a collection, at the end of the window and while all jobs wait, less that of before the first; lateness of a timer each 5 ms, where a halt counts as often as it made the timer miss.`,
      'Bursts: polls in each 100 ms as the vendor sees them, from the third interval on, the busiest over the mean.',
      'Then every job ends, and all waits must have heard of it.',
    ],
    tables: [
      {
        title: 'Cost',
        columns: [
          ...[
            '',
            'jobs',
            'polls',
            'sockets at most',
            'connections opened',
            'CPU a poll, settled',
            '... from the start',
            'heap a job',
          ],
          ...['lag p50', 'lag p99', 'longest halt', 'busiest 100 ms', 'jobs lost'],
        ],
        rows: contestants.map(({ name, result }) => rowOf(name, result, runs)),
      },
    ],
    gates: [
      limitGate('sockets at a time to one origin', most.sockets.most, 8, 'sockets'),
      limitGate('heap of a job that is waited for', heapOf(most), 2_048, 'bytes'),
      limitGate('processor time of a poll, settled', cpuOf(most), 200, 'us'),
      limitGate('p99 of how late the event loop is', most.figures.lag.p99Ms, 25, 'ms'),
      limitGate('polls in the busiest 100 ms over the mean', burst(most.bins, intervalMs), 1.6, 'x'),
      limitGate('jobs lost', most.ends.failed + (most.jobs - most.ends.succeeded), 0, 'jobs'),
    ],
    measurements: { engine, peer },
  };
}

const cpuOf = ({ figures, settledPolls }: WaitResult): number =>
  (figures.settled.cpuMs * 1_000) / settledPolls;
const coldCpuOf = ({ figures, polls }: WaitResult): number => (figures.cpuMs * 1_000) / polls;
const heapOf = ({ figures, jobs }: WaitResult): number => figures.heapBytes / jobs;

function rowOf(name: string, result: WaitResult, { intervalMs }: PollingRuns): string[] {
  const { lag } = result.figures;
  return [
    name,
    String(result.jobs),
    String(result.polls),
    String(result.sockets.most),
    String(result.sockets.opened),
    `${cpuOf(result).toFixed(0)} us`,
    `${coldCpuOf(result).toFixed(0)} us`,
    `${heapOf(result).toFixed(0)} B`,
    `${lag.medianMs.toFixed(1)} ms`,
    `${lag.p99Ms.toFixed(1)} ms`,
    `${lag.mostMs.toFixed(0)} ms`,
    `${burst(result.bins, intervalMs).toFixed(2)} x`,
    String(result.ends.failed),
  ];
}
