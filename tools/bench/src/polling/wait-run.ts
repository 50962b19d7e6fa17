import { setTimeout as sleep } from 'node:timers/promises';
import { startLagMeter, type Lag } from './lag-meter.ts';

/** What the process that waits is told, as its arguments. */
export interface WaitOrder {
  readonly url: string;
  readonly jobs: number;
  /** Pause between two looks at a job. */
  readonly intervalMs: number;
  /** From when on what was begun together has spread, and the program is compiled. */
  readonly settledMs: number;
  /** How long is measured. */
  readonly windowMs: number;
}

/** What waiting cost. */
export interface WaitFigures {
  /** Processor time of the whole process, since before the first job. */
  readonly cpuMs: number;
  /** Of that, what fell between two moments, in milliseconds since 1970. */
  readonly settled: { readonly cpuMs: number; readonly fromMs: number; readonly untilMs: number };
  /** The loop, from before the first job until the window is over. */
  readonly lag: Lag;
  /** How long the start of all waits held the loop. */
  readonly startMs: number;
  readonly heapBytes: number;
  readonly residentBytes: number;
}

/** How the waits ended. */
export interface WaitEnds {
  readonly succeeded: number;
  readonly failed: number;
  readonly firstFailure?: string;
}

/** Waits for one job until it has ended well. */
export type WaitForJob = (jobId: string) => Promise<unknown>;

const collect = (): void => {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
};

/**
 * Waits for all jobs at once, and tells the bench first what a window of it cost, then how the waits ended.
 * @param prepare gives what waits; it is warm then, so that what it needs to exist at all is not counted to the jobs
 */
export async function runWaits(prepare: (order: WaitOrder) => Promise<WaitForJob>): Promise<void> {
  const order = JSON.parse(process.argv[2] ?? '') as WaitOrder;
  const waitFor = await prepare(order);
  collect();
  const before = process.memoryUsage();
  const meter = startLagMeter();
  await sleep(50);
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  let succeeded = 0;
  const failures: unknown[] = [];
  // What is counted to a job is its wait: whoever starts it keeps nothing of it
  const succeed = () => void (succeeded += 1);
  const fail = (error: unknown) => void failures.push(error);
  for (let job = 0; job < order.jobs; job++) void waitFor(jobId(job)).then(succeed, fail);
  const startMs = performance.now() - startedAt;
  await sleep(order.settledMs - startMs);
  const fromMs = Date.now();
  const settledCpu = process.cpuUsage();
  await sleep(order.windowMs - order.settledMs);
  const settled = { cpuMs: cpuMs(process.cpuUsage(settledCpu)), fromMs, untilMs: Date.now() };
  const total = cpuMs(process.cpuUsage(cpu));
  const lag = meter.stop();
  collect();
  const after = process.memoryUsage();
  const figures: WaitFigures = {
    cpuMs: total,
    settled,
    lag,
    startMs,
    heapBytes: after.heapUsed - before.heapUsed,
    residentBytes: after.rss - before.rss,
  };
  process.send?.(figures);
  while (succeeded + failures.length < order.jobs) await sleep(50);
  const [first] = failures;
  const ends: WaitEnds = {
    succeeded,
    failed: failures.length,
    ...(failures.length > 0 && { firstFailure: String(first) }),
  };
  process.send?.(ends, () => process.exit());
}

const cpuMs = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000;

/** As the vendor's own: 24 hexadecimal digits. */
const jobId = (job: number): string => `6a00${job.toString(16).padStart(20, '0')}`;
