import { pathSegment } from '@modelferry/http';
import * as v from 'valibot';
import { id, perhaps } from '@modelferry/operation';
import type { CallPort } from './call-port.ts';
import { idInLocation } from './id-in-location.ts';
import { pageOf, type Page, type PageRequest } from './page.ts';

const taskStatus = v.pipe(
  v.object({
    statusId: perhaps(id),
    status: v.string(),
    code: perhaps(v.number()),
    message: perhaps(v.string()),
    description: perhaps(v.string()),
    created: perhaps(v.string()),
    statusType: perhaps(v.string()),
    type: perhaps(v.string()),
  }),
  v.transform(({ statusType, type, ...status }) => ({ ...status, statusType: statusType ?? type })),
);

/** Something that goes on at the vendor, as it tells of it. Source: section 3.15. */
export type TaskStatus = v.InferOutput<typeof taskStatus>;

/** What a look at a task found. */
export interface TaskLook {
  /** `COMPLETED` where only a redirect says that it is done. */
  readonly status: string;
  /** What went wrong, in the vendor's words. */
  readonly message?: string;
  /** Where the result is. Some tasks are done without naming one (`status-200-completed`). */
  readonly location?: string;
}

/** The calls for what goes on at the vendor (docs/vendors/datarobot.md, 3.15). */
export interface AsyncTaskCalls {
  /** 3.15. @param taskId as {@link taskIdOf} reads it out of a `Location` */
  getTask(taskId: string, signal: AbortSignal): Promise<TaskLook>;
  /** 3.15. Those that have not ended. */
  getTasks(request: PageRequest, signal: AbortSignal): Promise<Page<TaskStatus>>;
  /** 3.15. Ends a task. */
  deleteTask(taskId: string, signal: AbortSignal): Promise<void>;
}

/** The ID of the task that a `Location` names. */
export const taskIdOf = (location: string | undefined): string | undefined =>
  idInLocation('status', location);

const pathOf = (taskId: string): string => `/status/${pathSegment(taskId)}/`;

export const asyncTaskCalls = (port: CallPort): AsyncTaskCalls => ({
  async getTask(taskId, signal) {
    const answer = await port.located(
      {
        doing: `read the status of task ${taskId}`,
        method: 'GET',
        path: pathOf(taskId),
        alsoOk: [303],
        signal,
      },
      taskStatus,
    );
    const { status, value, location } = answer;
    if (status === 303) return { status: 'COMPLETED', location };
    if (value === undefined) throw answer.unusable('no status in it');
    return { status: value.status, message: value.message, location };
  },

  getTasks: (request, signal) =>
    port.json(
      { doing: 'list the running tasks', method: 'GET', path: '/status/', query: { ...request }, signal },
      pageOf(taskStatus),
    ),

  deleteTask: (taskId, signal) =>
    port.send({
      doing: `end task ${taskId}`,
      method: 'DELETE',
      path: pathOf(taskId),
      idempotent: true,
      signal,
    }),
});
