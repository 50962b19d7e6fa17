import { setTimeout as sleep } from 'node:timers/promises';
import type { Work } from './works.ts';

/** A webhook that is to be sent. */
export interface Call {
  readonly webhookId: string;
  readonly work: Work;
}

const answerLimitMs = 10_000;
const pauseMs = 1_000;

/** As many calls of each work as wanted, in turn. */
export const callsOf = (works: readonly Work[], each: number): readonly Call[] =>
  Array.from({ length: each }, (_, at) =>
    works.map((work) => ({ webhookId: `${work.name}-${String(at + 1).padStart(3, '0')}`, work })),
  ).flat();

/** Sends the calls evenly over some time, each until n8n has taken it. @returns how often one was sent again */
export async function sendAll(
  url: string,
  calls: readonly Call[],
  overMs: number,
  signal: AbortSignal,
): Promise<number> {
  const startedAtMs = performance.now();
  const repeats = calls.map(async (call, at) => {
    const dueMs = startedAtMs + (overMs * at) / calls.length;
    await sleep(Math.max(0, dueMs - performance.now()), undefined, { signal });
    return sendUntilTaken(url, call, signal);
  });
  return (await Promise.all(repeats)).reduce((sum, count) => sum + count, 0);
}

/** As a careful sender does it: what got no clear answer is sent again. */
async function sendUntilTaken(url: string, call: Call, signal: AbortSignal): Promise<number> {
  for (let repeats = 0; ; repeats++) {
    signal.throwIfAborted();
    if (await isTaken(url, call)) return repeats;
    await sleep(pauseMs, undefined, { signal });
  }
}

async function isTaken(url: string, { webhookId, work }: Call): Promise<boolean> {
  const body = new FormData();
  body.set('webhookId', webhookId);
  if (work.file) body.set('data', new Blob([work.file(webhookId)], { type: 'text/csv' }), `${webhookId}.csv`);
  try {
    const signal = AbortSignal.timeout(answerLimitMs);
    const answer = await fetch(`${url}/webhook/${work.name}`, { method: 'POST', body, signal });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
