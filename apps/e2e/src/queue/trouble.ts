import { setTimeout as sleep } from 'node:timers/promises';
import type { Progress } from '@modelferry/playground';
import type { Cluster } from './cluster.ts';
import { peakMiB } from './memory.ts';

/** What went wrong on purpose. */
export interface Trouble {
  /** Of the process that was killed, up to then. */
  readonly killedPeakMiB: number | undefined;
  /** Until what was killed took work again, in milliseconds. */
  readonly awayMs: number;
}

const killAfterMs = 20_000;
const startAgainAfterMs = 10_000;
const redisAfterMs = 15_000;
const redisAwayMs = 2_000;

/** Kills a worker outright and starts it again, then restarts Redis. Without workers, the main process is killed. */
export async function makeTrouble(
  { main, workers, redis }: Cluster,
  progress: Progress,
  signal: AbortSignal,
): Promise<Trouble> {
  const [worker] = workers;
  const victim = worker ?? main;
  await sleep(killAfterMs, undefined, { signal });
  const killedPeakMiB = peakMiB(victim.pid);
  const killedAtMs = performance.now();
  await victim.kill();
  progress.say(`Killed ${worker?.name ?? 'the main process'} with SIGKILL`);
  await sleep(startAgainAfterMs, undefined, { signal });
  await victim.start(signal);
  const awayMs = performance.now() - killedAtMs;
  progress.say(`${worker?.name ?? 'The main process'} is back`);
  if (redis) {
    await sleep(redisAfterMs, undefined, { signal });
    await redis.stop();
    await sleep(redisAwayMs, undefined, { signal });
    await redis.start();
    progress.say('Restarted Redis');
  }
  return { killedPeakMiB, awayMs };
}
