import { isoSeconds } from '../../dates.ts';
import type { Platform } from '../platform.ts';
import type { Definition } from './definition.ts';

/** A definition as the API shows it. */
export function definitionObject(platform: Platform, definition: Definition): Record<string, unknown> {
  const { id, name, enabled, schedule, body, jobs, createdMs, updatedMs } = definition;
  const user = { userId: platform.userId, username: 'sandbox@example.com', fullName: null };
  const last = jobs.at(-1);
  const endOf = (status: string): string | null =>
    time(jobs.filter((job) => job.status === status).at(-1)?.endedMs);
  return {
    ...{ id, name, enabled, schedule, batchPredictionJob: body },
    ...{ created: time(createdMs), createdBy: user, updated: time(updatedMs), updatedBy: user },
    lastStartedJobStatus: last?.status ?? null,
    lastStartedJobTime: time(last?.createdMs),
    lastScheduledRunTime: time(definition.lastScheduledMs),
    lastSuccessfulRunTime: endOf('COMPLETED'),
    lastFailedRunTime: endOf('FAILED') ?? endOf('ABORTED'),
    nextScheduledRunTime: time(definition.nextMs),
  };
}

function time(ms: number | undefined): string | null {
  return ms === undefined ? null : isoSeconds(ms);
}
