import { isApiError, isEngineError, isTransportError } from '@modelferry/http';

/** Whether a download that failed so may come whole when it is begun anew. */
export const isPassing = (error: unknown): boolean =>
  isTransportError(error)
    ? error.kind === 'timeout' || error.kind === 'network'
    : isEngineError(error) && (error.code === 'source-mismatch' || (isApiError(error) && error.retryable));
