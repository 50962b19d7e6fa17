import { isApiError } from '../errors/api-error.ts';
import { isTransportError } from '../errors/transport-error.ts';

/**
 * Whether a failed call may have been carried out: all of it was sent and no answer came, or one that does not say. A
 * redirect and any other 4xx than a timeout are a clear no.
 */
export function isAmbiguous(error: unknown): boolean {
  if (isTransportError(error))
    return error.bodyTaken === 'all' && (error.kind === 'timeout' || error.kind === 'network');
  if (!isApiError(error)) return false;
  const { status, code } = error;
  if (status < 300) return code === 'unexpected-answer';
  return status === 408 || status >= 500;
}
