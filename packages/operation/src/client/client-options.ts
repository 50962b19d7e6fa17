import type { Clock, RetryPolicy, Transport } from '@modelferry/http';

/** What every vendor's client is made of, whatever else it needs. */
export interface ClientOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  /** @default the vendor's rules */
  readonly retry?: Partial<RetryPolicy>;
  /** From 0 to below 1, for jitter. @default Math.random */
  readonly random?: () => number;
  /** Sent with every request. @default 'modelferry' */
  readonly userAgent?: string;
}
