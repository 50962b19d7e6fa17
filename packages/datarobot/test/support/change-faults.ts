import type { ErrorCode } from '@modelferry/http';
import type { DataRobotFaultKind, FaultRequest, OperationName } from '@modelferry/sandbox';
import type { Expectation, Performance } from '@modelferry/testkit';

/** A call of an operation that changes something at the vendor. */
export interface ChangePoint {
  readonly operation: string;
  readonly call: OperationName;
  /**
   * - `read`: needed once; may be repeated at will
   * - `send`: makes the change, and must not be made twice
   * - `poll`: one look of many
   */
  readonly nature: 'read' | 'send' | 'poll';
  /** How many such calls pass first. @default 0 */
  readonly skip?: number;
}

export const nameOf = ({ operation, call, skip = 0 }: ChangePoint): string =>
  `${operation} @ ${call}${skip > 0 ? ` after ${skip}` : ''}`;

type Verdict = 'works' | ErrorCode;
type Row = Readonly<Record<ChangePoint['nature'], Verdict>>;

const unharmed: Row = { read: 'works', send: 'works', poll: 'works' };
const openEnd: Row = { ...unharmed, send: 'outcome-unknown' };
const brokenOff = openEnd;
const serverError: Row = { read: 'server-error', send: 'outcome-unknown', poll: 'works' };
const refused = (code: ErrorCode): Row => ({ read: code, send: code, poll: code });

/** What the faults that any call can have come to: a change is never sent twice, and is found where it was carried out. */
export const changeFaults = {
  'slow-response': unharmed,
  'slow-drip': unharmed,
  'clock-skew': unharmed,
  'wrong-content-type': unharmed,
  'deprecation-header': unharmed,
  'retry-after-seconds': unharmed,
  'retry-after-date': unharmed,
  'http-503-burst': openEnd,
  'http-570-burst': openEnd,
  'html-error': openEnd,
  'reset-before-body': brokenOff,
  'reset-after-body': openEnd,
  timeout: openEnd,
  status: serverError,
  'http-500-once': serverError,
  'drop-before-answer': unharmed,
  stall: unharmed,
  'stall-mid-body': unharmed,
  'truncated-body': unharmed,
  'truncated-json': { read: 'unexpected-answer', send: 'works', poll: 'works' },
  'vendor-error': refused('rejected'),
  'unauthorized-once': refused('unauthorized'),
  'token-revoked': refused('unauthorized'),
  'redirect-cross-origin': { read: 'unexpected-answer', send: 'unexpected-answer', poll: 'works' },
} as const satisfies Partial<Record<DataRobotFaultKind, Row>>;

export type ChangeFault = keyof typeof changeFaults;

/** @param done fails unless all is as the user wanted it */
export const verdictOf = (
  { nature }: ChangePoint,
  fault: ChangeFault,
  done: (performance: Performance) => void,
): Expectation<Performance> => {
  const verdict: Verdict = changeFaults[fault][nature];
  return verdict === 'works' ? { gives: done } : { fails: verdict };
};

/** Fast; and once where the call is not repeated. */
export const planFor = ({ call: operation, skip, nature }: ChangePoint, kind: ChangeFault): FaultRequest => ({
  ...{ kind, operation, skip, delayMs: 30 },
  ...(kind === 'slow-drip' && { delayMs: 1, bytes: 200 }),
  ...(nature === 'send' && kind.endsWith('-burst') && { times: 1 }),
});
