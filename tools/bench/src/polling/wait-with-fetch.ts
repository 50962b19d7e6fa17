// wait-with-fetch <order>: what everybody writes first, a loop of fetch and sleep for each job.
import { setTimeout as sleep } from 'node:timers/promises';
import { runWaits, type WaitOrder } from './wait-run.ts';

async function prepare({ url, intervalMs }: WaitOrder) {
  const look = async (id: string): Promise<string> => {
    const headers = { authorization: 'Bearer bench-token' };
    const answer = await fetch(`${url}/api/v2/batchPredictions/${id}/`, { headers });
    if (!answer.ok) throw new Error(`The vendor answered ${answer.status}.`);
    const { status } = (await answer.json()) as { readonly status: string };
    return status;
  };
  await look('warm');
  return async (id: string) => {
    while ((await look(id)) !== 'COMPLETED') await sleep(intervalMs);
  };
}

void runWaits(prepare);
