import { camelized, perhaps } from '@modelferry/operation';
import * as v from 'valibot';
import { nextToken } from './page.ts';
import { snaked } from './snaked.ts';

/** Which part of a log to read. */
export interface LogRequest {
  readonly nextForwardToken?: string;
  readonly nextBackwardToken?: string;
  /** `YYYY-MM-DDTHH:MM:SS`, in UTC. */
  readonly startTime?: string;
  /** As `startTime`. */
  readonly endTime?: string;
}

/** Part of a log in an answer. */
export const logPage = camelized({
  events: v.array(v.object({ message: v.string(), timestamp: perhaps(v.string()) })),
  next_backward_token: nextToken,
  next_forward_token: nextToken,
});

/** Part of a log, the newest line first. Its tokens stay at the end, too: a part without lines is the end. */
export type LogPage = v.InferOutput<typeof logPage>;

/** The request as a query. */
export const logQuery = (request: LogRequest) => snaked(request);
