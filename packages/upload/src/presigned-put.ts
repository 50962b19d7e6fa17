import {
  CancelledError,
  defaultRetryPolicy,
  EngineError,
  isApiError,
  isEngineError,
  pause,
  pauseMs,
  type ByteSource,
  type Clock,
  type HttpClient,
  type RetryPolicy,
} from '@modelferry/http';
import { judgePutFailure } from './put-failure.ts';
import { watchSource } from './watch-source.ts';
import type { Source } from './source.ts';

/** What to send to a presigned URL, and how. */
export interface PresignedPut {
  /** The URL as the vendor gave it. It is a secret: its query is never shown. */
  readonly url: string;
  /** What to send. Its length must be known. */
  readonly source: Source;
  /** Completes "Could not ...": `upload "sales.csv" for retraining 42`. */
  readonly doing: string;
  /** Media type to send. @default none: where it is part of the signature, only the one that was signed will do */
  readonly contentType?: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Longest silence in milliseconds; the whole may take as long as it likes. @default 60000 */
  readonly timeoutMs?: number;
  /** Attempts in all. @default 4, the first and three repetitions (docs/vendors/prediction-one.md, 5.2) */
  readonly maxAttempts?: number;
  /** Pauses between the attempts. @default those of {@link defaultRetryPolicy} */
  readonly retry?: Pick<Partial<RetryPolicy>, 'baseDelayMs' | 'maxDelayMs' | 'maxRetryAfterMs'>;
  /** What to do when the URL is refused or gone, in the vendor's terms. */
  readonly accessRemedy?: string;
  /** From 0 to below 1, for jitter. @default Math.random */
  readonly random?: () => number;
  /** Called with the bytes taken so far in this attempt; a repetition begins at 0 again. */
  onBytesTaken?(totalBytes: number): void;
  /** Called before a repetition. */
  onRepeat?(error: unknown, attempt: number): void;
}

/**
 * Sends a file to a presigned URL: no credential, no Content-Type but one that is asked for, an exact Content-Length. It
 * is repeated, to the same URL, only when the body provably did not arrive.
 *
 * @param client a client WITHOUT an authorizer, over a transport that signs nothing: the storage must never see a key
 * @throws UploadOutcomeUnknownError when the body was sent whole and no clear answer came; read the job's status then
 * @throws UploadUrlExpiredError when the storage refused the URL
 * @throws ApiError with code `too-large` and others, TransportError, CancelledError: the file did not arrive
 * @throws EngineError with code `unexpected-answer` when success was claimed before the whole body was taken
 * @throws EngineError with code `unsupported` before anything is sent, when the length is unknown
 * @throws what the source threw (a check that failed while streaming): the body was then never complete
 */
export async function putPresigned(client: HttpClient, put: PresignedPut): Promise<void> {
  const { source, doing, clock, signal, maxAttempts = 4, random = Math.random } = put;
  const totalBytes = source.length;
  if (totalBytes === undefined) throw lengthUnknown(source.name, doing);
  const policy = { ...defaultRetryPolicy, ...put.retry };

  for (let attempt = 1; ; attempt++) {
    const watched = watchSource(source);
    try {
      await sendOnce(client, put, watched.source);
      if (watched.givenBytes < totalBytes) throw answeredEarly(doing, totalBytes);
      return;
    } catch (cause) {
      if (signal.aborted) throw new CancelledError(doing);
      // What went wrong in the source is the first cause; the transport only felt it
      if (isEngineError(watched.failure)) throw watched.failure;
      const { verdict, error } = judgePutFailure(cause, {
        ...put,
        givenBytes: watched.givenBytes,
        totalBytes,
      });
      if (verdict !== 'again' || attempt >= maxAttempts || !source.replayable) throw error;
      const ms = pauseMs(policy, attempt, isApiError(error) ? error.retryAfterMs : undefined, random);
      if (ms === undefined) throw error;
      put.onRepeat?.(error, attempt);
      await pause({ clock, signal }, ms, doing);
    }
  }
}

const sendOnce = (client: HttpClient, put: PresignedPut, source: ByteSource): Promise<void> =>
  client.send({
    doing: put.doing,
    method: 'PUT',
    path: put.url,
    headers: { 'content-type': put.contentType ?? null },
    body: { kind: 'stream', source },
    idempotent: false,
    retry: { maxAttempts: 1 }, // Only this file knows when a repetition is safe
    timeoutMs: put.timeoutMs ?? 60_000,
    signal: put.signal,
    onBytesTaken: (totalBytes) => put.onBytesTaken?.(totalBytes),
  });

/** Something between here and the storage answers for it: a portal, or a proxy that gives no reason. */
const answeredEarly = (doing: string, totalBytes: number): EngineError =>
  new EngineError({
    code: 'unexpected-answer',
    message: `Could not ${doing}: success was answered before the whole file was sent, which has ${totalBytes} bytes.`,
    remedy: 'Check the proxy: something other than the storage may be answering there.',
  });

const lengthUnknown = (name: string, doing: string): EngineError =>
  new EngineError({
    code: 'unsupported',
    message: `Could not ${doing}: the length of "${name}" is not known, and the storage takes no body without one.`,
    remedy: 'Pass it as a file, or from a place that tells its length (a Content-Length header).',
  });
