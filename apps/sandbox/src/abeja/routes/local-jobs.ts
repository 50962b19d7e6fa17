import { ApiError } from '../../api-error.ts';
import { microseconds } from '../dates.ts';
import { FieldError } from '../errors.ts';
import { isObject, requiredText } from '../fields.ts';
import type { Fields } from '../fields.ts';
import type { AbejaPlatform } from '../platform.ts';
import { presignUpload } from '../presign.ts';
import { T } from '../serve-routes.ts';
import type { Call, Route } from '../call.ts';
import { findJob } from '../training/find.ts';
import type { JobStatus } from '../training/job.ts';
import { jobObject } from '../training/training-objects.ts';

const statuses: readonly string[] = ['Active', 'Complete', 'Failed', 'Stopped'] satisfies JobStatus[];
/** 1 MiB. */
const maxLogBytes = 1024 * 1024;
const pageOfLogs = 100;

/** What the client of a local job tells of it. */
export function localJobRoutes(platform: AbejaPlatform): readonly Route[] {
  return [
    [`PUT ${T}/:name/jobs/:job/status`, 'trainingJobStatus', (call) => setStatus(platform, call)],
    [
      `POST ${T}/:name/jobs/:job/logs`,
      'trainingJobLogs',
      (call) => {
        const job = findJob(platform, call);
        if (call.request.entry.bodyBytes > maxLogBytes)
          throw new ApiError(413, 'more than 1 MiB of logs at once');
        for (const [message, timeMs] of readLogs(call.fields())) job.log(message, timeMs);
        return { message: 'logs received' };
      },
    ],
    [
      `POST ${T}/:name/jobs/:job/result`,
      'trainingResultUpload',
      (call) => {
        const job = findJob(platform, call);
        const uri = presignUpload(
          platform,
          `${job.facts.id}.zip`,
          (contents) => {
            job.result = contents;
          },
          'application/zip',
        );
        return { uri };
      },
    ],
    [
      `GET ${T}/:name/jobs/:job/recentlogs`,
      'trainingJobRecentLogs',
      (call) => {
        if (!platform.parts.variants.has('job-logs-available')) throw new ApiError(404, 'Not Found');
        return recentLogs(findJob(platform, call).logs, call.query.next_backward_token);
      },
    ],
  ];
}

/** Newest first, in pages; both tokens stay there at the end. */
export function recentLogs(
  logs: readonly { readonly message: string; readonly timeMs: number }[],
  token = '0',
): Fields {
  const from = Number.parseInt(token, 10);
  const events = [...logs].reverse().slice(from, from + pageOfLogs);
  return {
    events: events.map(({ message, timeMs }) => ({ message, timestamp: microseconds(timeMs) })),
    next_backward_token: String(from + events.length),
    next_forward_token: '0',
  };
}

async function setStatus(platform: AbejaPlatform, call: Call): Promise<unknown> {
  const job = findJob(platform, call);
  const status = requiredText(call.fields(), 'status');
  if (job.facts.execEnv !== 'local') throw new ApiError(400, 'sandbox: only of local jobs.');
  if (!statuses.includes(status)) throw new FieldError('status', 'unknown');
  if (job.isOver) throw new ApiError(400, 'the job has ended');
  if (status === 'Active') job.activate();
  else await job.end(status as JobStatus);
  return jobObject(platform, job);
}

function readLogs({ logs }: Fields): readonly (readonly [string, number])[] {
  if (!Array.isArray(logs)) throw new FieldError('logs', 'must be a list');
  return logs.map((line: unknown) => {
    const { message, timestamp } = isObject(line) ? line : {};
    if (typeof message !== 'string' || typeof timestamp !== 'number')
      throw new FieldError('logs', 'must have a message and a timestamp each');
    return [message, timestamp];
  });
}
