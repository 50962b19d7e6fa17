import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '@modelferry/sandbox';
import { askAbeja } from './ask-abeja.ts';

interface Job {
  readonly training_job_id: string;
  readonly status: string;
}

const endings = ['Complete', 'Failed', 'Stopped'];

/** Has somebody else, without n8n, train on ABEJA Platform, and gives the job's id once it has ended. */
export async function foreignTrainingJob(sandbox: Sandbox, signal: AbortSignal): Promise<string> {
  const jobs = 'training/definitions/cars-fuel/jobs';
  const versions = 'training/definitions/cars-fuel/versions/1/jobs';
  const { training_job_id: id } = await askAbeja<Job>(sandbox, signal, 'POST', versions, {});
  for (;;) {
    const { status } = await askAbeja<Job>(sandbox, signal, 'GET', `${jobs}/${id}`);
    if (endings.includes(status)) return id;
    await sleep(200, undefined, { signal });
  }
}
