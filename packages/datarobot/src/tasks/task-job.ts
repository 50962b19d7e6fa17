import { quoteVendorText } from '@modelferry/http';
import type { Job, JobState } from '@modelferry/polling';
import type { TaskLook } from '../client/async-tasks.ts';
import type { DataRobotClient } from '../client/client.ts';
import { vendor } from '../vendor.ts';

const states: Readonly<Record<string, JobState>> = {
  INITIALIZED: 'waiting',
  RUNNING: 'running',
  COMPLETED: 'succeeded',
  ERROR: 'failed',
  ABORTED: 'failed',
  EXPIRED: 'failed',
};

/** What a task's status says in our words, whatever its case (3.15). */
export const taskState = (status: string): JobState => states[status.trim().toUpperCase()] ?? 'unknown';

/** A task at the vendor: what registers a dataset, activates a deployment, replaces a model. */
export const taskJob = (client: DataRobotClient, taskId: string): Job<TaskLook> => ({
  reference: { vendor, kind: 'task', id: taskId },
  async read(signal) {
    const look = await client.getTask(taskId, signal);
    const message = look.message ? quoteVendorText(look.message) : undefined;
    return { state: taskState(look.status), rawStatus: look.status, message, result: look };
  },
});
