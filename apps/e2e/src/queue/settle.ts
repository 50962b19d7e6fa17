import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nRest, Progress } from '@modelferry/playground';
import { executions, hasEnded, type Listed } from './executions.ts';

/** How the executions have ended. */
export interface Settled {
  readonly listed: readonly Listed[];
  /** Those that go on longer than they may. */
  readonly stuck: readonly Listed[];
  /** The longest that one took from its start in a worker to its end, in milliseconds. */
  readonly longestMs: number;
  /** Until the last one had ended, in milliseconds. */
  readonly settledMs: number;
}

/** An execution has to end within this after a worker took it, in milliseconds. */
const limitMs = 180_000;
/** By then all must have had their turn, in milliseconds. */
const turnLimitMs = 480_000;
const lookEveryMs = 1_000;

/** Waits until every execution has ended, or the ones that have not are stuck. */
export async function settle(
  rest: N8nRest,
  workflowIds: readonly string[],
  { tick }: Progress,
  signal: AbortSignal,
): Promise<Settled> {
  const startedAtMs = performance.now();
  for (;;) {
    const listed = await executions(rest, workflowIds);
    const settledMs = performance.now() - startedAtMs;
    const open = listed.filter((one) => !hasEnded(one));
    const stuck = open.filter((one) => settledMs > turnLimitMs || tookMs(one) > limitMs);
    if (open.length === stuck.length)
      return { listed, stuck, longestMs: Math.max(...listed.map(tookMs)), settledMs };
    tick(`${open.length} of ${listed.length} executions go on`);
    await sleep(lookEveryMs, undefined, { signal });
  }
}

/** What waits for its turn has taken no time yet. */
function tookMs({ startedAt, stoppedAt }: Listed): number {
  if (startedAt === null) return 0;
  return (stoppedAt === null ? Date.now() : Date.parse(stoppedAt)) - Date.parse(startedAt);
}
