import type { HttpClient, TransportResponse } from '@modelferry/http';
import { putPresigned, type PresignedPut } from './presigned-put.ts';

/** The URLs that answers hand out for files. No key ever goes there. */
export interface StorageCalls {
  /** Puts a file. @throws as {@link putPresigned} */
  upload(put: PresignedPut): Promise<void>;
  /** Gets a file; its bytes come as they are read. */
  download(
    request: { readonly url: string; readonly doing: string },
    signal: AbortSignal,
  ): Promise<TransportResponse>;
}

/** The calls over a client that signs nothing. */
export const storageCalls = (storage: HttpClient): StorageCalls => ({
  upload: (put) => putPresigned(storage, put),
  download: ({ url, doing }, signal) =>
    storage.stream({ doing, method: 'GET', path: url, idempotent: true, signal, timeoutMs: 60_000 }),
});
