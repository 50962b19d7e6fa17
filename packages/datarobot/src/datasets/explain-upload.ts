import { ApiError, isApiError } from '@modelferry/http';
import { saysTooLarge, tooLargeRemedy } from './says-too-large.ts';

/** A refusal of an upload, with what to do about it where that is its size. */
export function explainUpload(error: unknown): unknown {
  if (!isApiError(error)) return error;
  const { status, vendorMessage = '' } = error;
  const isTooLarge = status === 413 || (status === 422 && saysTooLarge(vendorMessage));
  if (!isTooLarge) return error;
  return new ApiError({
    ...error,
    code: 'too-large',
    message: error.message,
    remedy: tooLargeRemedy,
    cause: error,
  });
}
