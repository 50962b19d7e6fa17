import { isTransientStatus } from '../retry-policy.ts';
import { EngineError, isEngineError, type EngineErrorOptions } from './engine-error.ts';

/** What is known of a failed answer. */
export interface ApiErrorOptions extends EngineErrorOptions {
  /** HTTP status. */
  readonly status: number;
  /** The vendor's own error code, where it gave one. */
  readonly vendorCode?: string;
  /** The vendor's own words, bounded and redacted. */
  readonly vendorMessage?: string;
  /** The vendor's id of the request, for a support case. */
  readonly requestId?: string;
  /** How long the vendor asked us to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** Whether the same request may succeed later. @default what the status says */
  readonly retryable?: boolean;
}

/** The vendor answered, and the answer is not what was asked for. */
export class ApiError extends EngineError {
  readonly status: number;
  readonly vendorCode: string | undefined;
  readonly vendorMessage: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly retryable: boolean;

  constructor(options: ApiErrorOptions) {
    super(options);
    this.name = 'ApiError';
    this.status = options.status;
    this.vendorCode = options.vendorCode;
    this.vendorMessage = options.vendorMessage;
    this.requestId = options.requestId;
    this.retryAfterMs = options.retryAfterMs;
    this.retryable = options.retryable ?? isTransientStatus(options.status);
  }
}

/** Whether the vendor answered with a failure, whichever copy of the engine says so. */
export function isApiError(value: unknown): value is ApiError {
  return isEngineError(value) && 'status' in value;
}
