import { HttpClient, type HttpClientOptions } from '@modelferry/http';
import { readStorageError } from './storage-error.ts';

/**
 * A client for presigned URLs: it signs nothing, whatever the vendor's own client does, and reads the storage's errors.
 * @param options.transport one that signs nothing either
 */
export const storageClient = (
  options: Pick<HttpClientOptions, 'transport' | 'clock' | 'redact' | 'random' | 'timeoutMs'>,
): HttpClient => {
  const { transport, clock, redact, random, timeoutMs } = options;
  return new HttpClient({ transport, clock, redact, random, timeoutMs, readError: readStorageError });
};
