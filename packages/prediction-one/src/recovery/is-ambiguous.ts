import { isApiError, isTransportError } from '@modelferry/http';
import { faultOf } from '../client/read-failure.ts';

/**
 * Whether a failed call may have been carried out: no answer came, or one that does not say. A documented fault, a redirect
 * and any 4xx are a clear no.
 */
export function isAmbiguous(error: unknown): boolean {
  if (isTransportError(error)) return error.kind === 'timeout' || error.kind === 'network';
  if (!isApiError(error) || faultOf(error) !== undefined) return false;
  const { status, code } = error;
  // Some say 200 and mean a refusal, which the vendor's code then tells
  if (status < 300) return code === 'unexpected-answer' || code === 'server-error';
  return status === 408 || status >= 500;
}
