import type { Authorizer } from './authorizer.ts';
import type { Clock } from './clock.ts';
import { parseJson, readBeginning, readBytes } from './decode.ts';
import { isApiError, type ApiError } from './errors/api-error.ts';
import { CancelledError } from './errors/cancelled-error.ts';
import { apiErrorFrom, type ErrorReader, type VendorFailure } from './errors/from-response.ts';
import { isTransportError } from './errors/transport-error.ts';
import { redactUrls, type Redactor } from './redact.ts';
import { defaultRetryPolicy, isTransientStatus, pauseMs, type RetryPolicy } from './retry-policy.ts';
import { sendAttempt } from './send-attempt.ts';
import type { Method, RequestBody, RequestHeaders, Transport, TransportResponse } from './transport.ts';
import { buildUrl, type Query } from './url.ts';

export interface HttpClientOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  /** Joined before every path that is not a whole URL. */
  readonly baseUrl?: string;
  readonly authorizer?: Authorizer;
  /** Sent with every request. */
  readonly headers?: RequestHeaders;
  /** Takes secrets out of whatever is shown. @default hides the query of every URL */
  readonly redact?: Redactor;
  readonly readError?: ErrorReader;
  readonly retry?: Partial<RetryPolicy>;
  /** Longest silence, in milliseconds. @default 30000 */
  readonly timeoutMs?: number;
  /** From 0 to below 1, for jitter. @default Math.random */
  readonly random?: () => number;
}

export interface HttpCall {
  /** Completes "Could not ...": `read the status of retraining 42`. */
  readonly doing: string;
  readonly method: Method;
  /** A path below the base URL, or a whole URL. */
  readonly path: string;
  readonly query?: Query;
  readonly headers?: RequestHeaders;
  readonly body?: RequestBody;
  /** Whether sending it twice does the same as sending it once. Only then it is repeated. */
  readonly idempotent: boolean;
  readonly signal: AbortSignal;
  /** Longest silence of this call, in milliseconds. @default that of the client */
  readonly timeoutMs?: number;
  readonly retry?: Partial<RetryPolicy>;
  onBytesTaken?(totalBytes: number): void;
}

/** Longest answer that is read as JSON or text, in bytes. */
export const maxAnswerBytes = 64 * 1024 * 1024;
const maxErrorBytes = 64 * 1024;

/** The one way a request leaves: signed, bounded in time, repeated where that is safe, failing with errors of ours. */
export class HttpClient {
  readonly #options: HttpClientOptions;
  readonly #redact: Redactor;

  constructor(options: HttpClientOptions) {
    this.#options = options;
    const redactKnown = options.redact ?? ((text: string) => text);
    this.#redact = (text) => redactKnown(redactUrls(text));
  }

  /**
   * Sends a call and reads its answer as JSON.
   * @param decode turns the parsed answer into what the call promises, or throws; its text is shown to the user
   * @throws ApiError on any status but 2xx, and on a 2xx whose body is not what `decode` needs
   * @throws TransportError when no answer came
   * @throws CancelledError within a second of the signal
   */
  async json<T>(call: HttpCall, decode: (value: unknown) => T): Promise<T> {
    const response = await this.#send(call, false);
    const bytes = await readBytes(response.body, maxAnswerBytes);
    const text = new TextDecoder().decode(bytes ?? new Uint8Array());
    const answer = { status: response.status, headers: response.headers, text };
    try {
      return decode(parseJson(text));
    } catch (error) {
      // Some vendors answer 200 with an error inside
      const failure = this.#options.readError?.(answer) ?? {
        code: 'unexpected-answer' as const,
        vendorMessage: bytes
          ? `${text.slice(0, 200)}${text ? ' ' : ''}(${error instanceof Error ? error.message : 'not JSON'})`
          : 'longer than 64 MiB',
      };
      throw this.#apiError(call, answer, failure);
    }
  }

  /** Sends a call whose answer's body does not matter. @throws as {@link json} */
  async send(call: HttpCall): Promise<void> {
    const response = await this.#send(call, false);
    response.body.cancel();
  }

  /** Sends a call and reads its answer as text of at most 64 MiB. @throws as {@link json} */
  async text(call: HttpCall): Promise<string> {
    const response = await this.#send(call, false);
    const bytes = await readBytes(response.body, maxAnswerBytes);
    if (bytes) return new TextDecoder().decode(bytes);
    throw this.#apiError(
      call,
      { status: response.status, headers: response.headers, text: '' },
      {
        code: 'unexpected-answer',
        vendorMessage: 'longer than 64 MiB',
      },
    );
  }

  /** Sends a call and gives its answer with the body still to be read, in chunks. @throws as {@link json} */
  stream(call: HttpCall): Promise<TransportResponse> {
    return this.#send(call, true);
  }

  async #send(call: HttpCall, streamResponse: boolean): Promise<TransportResponse> {
    const { clock } = this.#options;
    const policy = { ...defaultRetryPolicy, ...this.#options.retry, ...call.retry };
    const endsAt = clock.now() + policy.totalTimeoutMs;
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#attempt(call, streamResponse).catch((error: unknown) => ({ error }));
      if (!('error' in outcome)) return outcome;
      const { error } = outcome;
      if (call.signal.aborted) throw new CancelledError(call.doing);

      if (isApiError(error) && error.code === 'unauthorized' && !renewed && isReplayable(call.body)) {
        renewed = true;
        if (await this.#options.authorizer?.renew?.(call.signal)) continue;
      }
      const pause =
        attempt < policy.maxAttempts ? this.#pauseBefore(error, call, policy, attempt) : undefined;
      if (pause === undefined || clock.now() + pause > endsAt) throw error;
      await clock.sleep(pause, call.signal).catch(() => {
        throw new CancelledError(call.doing);
      });
    }
  }

  async #attempt(call: HttpCall, streamResponse: boolean): Promise<TransportResponse> {
    const { transport, clock, baseUrl, headers, authorizer, timeoutMs = 30_000 } = this.#options;
    if (call.signal.aborted) throw new CancelledError(call.doing);
    const signed = (await authorizer?.headers(call.signal)) ?? {};
    const response = await sendAttempt(transport, clock, call.doing, {
      method: call.method,
      url: buildUrl(baseUrl, call.path, call.query),
      headers: { ...headers, ...call.headers, ...signed },
      body: call.body,
      timeoutMs: call.timeoutMs ?? timeoutMs,
      signal: call.signal,
      streamResponse,
      onBytesTaken: call.onBytesTaken,
    });
    if (response.status >= 200 && response.status < 300) return response;
    const text = await readBeginning(response.body, maxErrorBytes);
    const answer = { status: response.status, headers: response.headers, text };
    throw this.#apiError(call, answer, this.#options.readError?.(answer));
  }

  #apiError(
    call: HttpCall,
    answer: Parameters<ErrorReader>[0],
    failure: VendorFailure | undefined,
  ): ApiError {
    const error = apiErrorFrom(call.doing, answer, failure, this.#redact, this.#options.clock.now());
    if (failure?.retryable !== undefined) this.#retryable.set(error, failure.retryable);
    return error;
  }

  /** What the vendor's rules say of single errors, beside what the status says. */
  readonly #retryable = new WeakMap<ApiError, boolean>();

  #pauseBefore(error: unknown, call: HttpCall, policy: RetryPolicy, attempt: number): number | undefined {
    const { random = Math.random } = this.#options;
    if (isTransportError(error)) {
      const passing = error.kind === 'timeout' || error.kind === 'network';
      const safe =
        (call.idempotent && isReplayable(call.body)) ||
        (error.bodyTaken === 'none' && isReplayable(call.body));
      return passing && safe ? pauseMs(policy, attempt, undefined, random) : undefined;
    }
    if (!isApiError(error) || !call.idempotent || !isReplayable(call.body)) return undefined;
    const passing = this.#retryable.get(error) ?? isTransientStatus(error.status);
    return passing ? pauseMs(policy, attempt, error.retryAfterMs, random) : undefined;
  }
}

const isReplayable = (body: RequestBody | undefined): boolean =>
  body === undefined ||
  body.kind === 'bytes' ||
  (body.kind === 'stream'
    ? body.source.replayable
    : body.parts.every(({ value }) => typeof value === 'string' || value.replayable));
