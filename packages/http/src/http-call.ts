import type { RetryPolicy } from './retry-policy.ts';
import type { Method, RequestBody, RequestHeaders } from './transport.ts';
import type { Query } from './url.ts';

/** One call of a vendor's API. */
export interface HttpCall {
  /** Completes "Could not ...": `read the status of retraining 42`. */
  readonly doing: string;
  readonly method: Method;
  /** A path below the base URL, or a whole URL. */
  readonly path: string;
  readonly query?: Query;
  readonly headers?: RequestHeaders;
  readonly body?: RequestBody;
  /** Statuses beside 2xx that are answers, not failures: a 303 that only says where a result is. @default none */
  readonly alsoOk?: readonly number[];
  /** Whether sending it twice does the same as sending it once. Only then it is repeated. */
  readonly idempotent: boolean;
  readonly signal: AbortSignal;
  /** Longest silence of this call, in milliseconds. @default that of the client */
  readonly timeoutMs?: number;
  readonly retry?: Partial<RetryPolicy>;
  onBytesTaken?(totalBytes: number): void;
}
