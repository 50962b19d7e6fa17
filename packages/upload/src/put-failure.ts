import { ApiError, isApiError, isTransientStatus, isTransportError } from '@modelferry/http';
import { readStorageError } from './storage-error.ts';
import { UploadOutcomeUnknownError, UploadUrlExpiredError } from './upload-errors.ts';

/** What a failed PUT means for the one who must decide whether to send it again. */
export interface PutFailure {
  readonly error: unknown;
  /**
   * - `again`: the body provably did not arrive, and a repetition may succeed
   * - `refused`: it did not arrive, and will not by repetition
   * - `unknown`: it may have arrived
   */
  readonly verdict: 'again' | 'refused' | 'unknown';
}

export interface PutAttempt {
  readonly doing: string;
  /** How many bytes the transport had read from the source: no more than these can have arrived. */
  readonly givenBytes: number;
  readonly totalBytes: number;
  /** What to do when the URL is refused. */
  readonly accessRemedy?: string;
}

/** Codes by which an object store says that it did not take a body although it may have read it all. */
const turnedAway = new Set(['SlowDown', 'ServiceUnavailable', 'ServerBusy', 'RequestTimeout', 'Throttling']);

/** Judges why a PUT failed: by whether the body can have arrived, and by what was answered. */
export function judgePutFailure(error: unknown, attempt: PutAttempt): PutFailure {
  if (isTransportError(error)) {
    if (error.bodyTaken === 'all' && error.kind !== 'source-mismatch') {
      return { verdict: 'unknown', error: outcomeUnknown(attempt, `no answer came (${error.kind})`, error) };
    }
    const passing = error.kind === 'timeout' || error.kind === 'network';
    return { verdict: passing ? 'again' : 'refused', error };
  }
  if (!isApiError(error)) return { verdict: 'refused', error };

  const clear = clearError(error, attempt);
  const { status, vendorCode = '' } = clear;
  // The count of bytes taken may lag behind an answer; the count of bytes read cannot
  const whole = attempt.givenBytes >= attempt.totalBytes;
  if (status === 429 || turnedAway.has(vendorCode)) return { verdict: 'again', error: clear };
  if (status === 503 && error.retryAfterMs !== undefined) return { verdict: 'again', error: clear };
  if (status < 500 && status !== 408) return { verdict: 'refused', error: clear };
  if (!whole) return { verdict: isTransientStatus(status) ? 'again' : 'refused', error: clear };
  if (status === 501 || status === 505 || status === 507) return { verdict: 'refused', error: clear };
  return { verdict: 'unknown', error: outcomeUnknown(attempt, `the answer was ${status}`, clear) };
}

function outcomeUnknown({ doing, totalBytes }: PutAttempt, why: string, cause: unknown) {
  return new UploadOutcomeUnknownError({
    message: `Could not ${doing} for certain: all ${totalBytes} bytes were sent, and ${why}. The file may have arrived.`,
    remedy: 'Check the state of the job before anything is sent again: a second upload may start it twice.',
    sentBytes: totalBytes,
    cause,
  });
}

/** The answer in words that say what to do. Only the code and message of it: the rest of it may repeat the signature. */
function clearError(error: ApiError, { doing, totalBytes, accessRemedy }: PutAttempt): ApiError {
  const said = error.vendorCode === undefined ? readStorageError({ text: error.vendorMessage ?? '' }) : error;
  const vendorCode = said?.vendorCode;
  const vendorMessage = said ? said.vendorMessage : error.vendorMessage;
  const quoted = [vendorCode, vendorMessage].filter(Boolean).join(': ');
  const answer = `the storage answered ${error.status}${quoted ? ` ("${quoted}")` : ''}`;
  const common = {
    status: error.status,
    vendorCode,
    vendorMessage,
    requestId: error.requestId,
    retryAfterMs: error.retryAfterMs,
  };
  if (error.status === 413 || vendorCode === 'EntityTooLarge') {
    return new ApiError({
      ...common,
      code: 'too-large',
      message: `Could not ${doing}: ${answer}. ${totalBytes} bytes are more than it takes.`,
      remedy: 'Send a smaller file: fewer rows or columns, or compressed where the vendor takes it.',
    });
  }
  if (error.status === 401 || error.status === 403) {
    return new UploadUrlExpiredError({
      ...common,
      code: 'forbidden',
      message: `Could not ${doing}: ${answer}. The upload URL has expired or was refused.`,
      remedy:
        accessRemedy ??
        'Ask for a new upload URL and send the file again, with the clock of this machine set right.',
    });
  }
  const gone = error.status === 404 || error.status === 410;
  const redirected = error.status >= 300 && error.status < 400;
  return new ApiError({
    ...common,
    code: error.code,
    message: `Could not ${doing}: ${answer}.`,
    remedy: gone
      ? (accessRemedy ?? 'Ask for a new upload URL and send the file again.')
      : redirected
        ? 'A redirect is not followed, because a file would go where nobody asked. Check the base URL and the proxy.'
        : (remedyByStatus[error.status] ?? error.remedy),
  });
}

const remedyByStatus: Readonly<Record<number, string>> = {
  409: 'Something was already uploaded there. Check the state of the job before starting a new one.',
  411: 'A proxy on the way removed the length of the body. Send without that proxy.',
  412: 'Something was already uploaded there. Check the state of the job before starting a new one.',
  501: 'A proxy on the way changed the request (most often to chunks). Send without that proxy.',
};
