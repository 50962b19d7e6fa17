import { ApiError, EngineError, isApiError, isEngineError, type ApiErrorOptions } from '@modelferry/http';

/**
 * The whole body was sent and no clear answer came: the file may have arrived, and what starts by its arrival may have
 * started. Ask the vendor for the state before anything is sent again.
 */
export class UploadOutcomeUnknownError extends EngineError {
  /** Bytes that had left when the answer went missing. */
  readonly sentBytes: number;

  constructor(options: { message: string; remedy?: string; sentBytes: number; cause?: unknown }) {
    super({ code: 'outcome-unknown', ...options });
    this.name = 'UploadOutcomeUnknownError';
    this.sentBytes = options.sentBytes;
  }
}

/** Whether a body was sent whole and nobody said whether it arrived. */
export function isUploadOutcomeUnknown(value: unknown): value is UploadOutcomeUnknownError {
  return isEngineError(value) && value.code === 'outcome-unknown' && 'sentBytes' in value;
}

/** The storage refused the upload URL itself: expired, already used up, or not meant for this request. */
export class UploadUrlExpiredError extends ApiError {
  readonly uploadUrlRefused = true;

  constructor(options: ApiErrorOptions) {
    super(options);
    this.name = 'UploadUrlExpiredError';
  }
}

/** Whether the storage refused the URL. */
export function isUploadUrlExpired(value: unknown): value is UploadUrlExpiredError {
  return isApiError(value) && 'uploadUrlRefused' in value;
}
