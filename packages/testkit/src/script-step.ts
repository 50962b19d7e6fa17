import type { TransportErrorOptions } from '@modelferry/http';
import type { RecordedRequest } from './recorded-request.ts';

interface AnyStep {
  /** Looks at the request that consumes this step; what it throws fails the test in `expectConsumed`. */
  readonly expect?: (request: RecordedRequest) => void;
  /** How many bytes of the body are taken before the outcome. @default all */
  readonly takeBytes?: number;
}

/** The server answers. At most one of `json`, `text`, `bytes` and `chunks` is its body. */
export interface AnswerStep extends AnyStep {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly chunks?: AsyncIterable<Uint8Array>;
  /** What happens in place of the body's end: the connection breaks, or nothing comes any more. */
  readonly bodyEnds?: 'broken' | 'silent';
}

/** No answer comes: the transport fails. */
export interface FailStep extends AnyStep {
  readonly fail: TransportErrorOptions['kind'];
}

/** No answer comes and nothing fails, until the abort; a `deaf` transport does not even hear that. */
export interface HangStep extends AnyStep {
  readonly hang: 'until-abort' | 'deaf';
}

/** What a scripted transport does with one request. */
export type ScriptStep = AnswerStep | FailStep | HangStep;
