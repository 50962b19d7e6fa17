import { abortable } from './abortable.ts';
import type { Authorizer } from './authorizer.ts';
import type { Clock } from './clock.ts';
import { readBeginning } from './decode.ts';
import { isApiError, type ApiError } from './errors/api-error.ts';
import { CancelledError } from './errors/cancelled-error.ts';
import {
  apiErrorFrom,
  type ErrorReader,
  type FailedAnswer,
  type VendorFailure,
} from './errors/from-response.ts';
import type { HttpCall } from './http-call.ts';
import { decodeJson, readWhole, tooLong } from './json-answer.ts';
import { finalError, pauseBeforeRetry } from './pause-before-retry.ts';
import { redactUrls, type Redactor } from './redact.ts';
import { isReplayable } from './replayable.ts';
import { defaultRetryPolicy, type RetryPolicy } from './retry-policy.ts';
import { sendAttempt, type AttemptLimits } from './send-attempt.ts';
import type { RequestHeaders, Transport, TransportResponse } from './transport.ts';
import { buildUrl } from './url.ts';

/** What a client is made of; only the transport and the clock are needed. */
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

const maxErrorBytes = 64 * 1024;

/** What is done with an answer, as a part of the attempt: when it fails, the attempt has failed. */
type Take<T> = (response: TransportResponse) => Promise<T> | T;

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
   * @param decode turns the parsed answer into what the call promises, or throws; its text is shown to the user. An empty
   *   body comes as undefined
   * @throws ApiError on any status but 2xx, and on a 2xx whose body is not what `decode` needs
   * @throws TransportError when no answer came
   * @throws CancelledError within a second of the signal
   * @throws InputError when base URL and path make no URL
   */
  json<T>(call: HttpCall, decode: (value: unknown) => T): Promise<T> {
    return this.#exchange(call, 'whole', async (response) => {
      const { text, ...answer } = await readWhole(response);
      if (text === undefined) throw this.#apiError(call, { ...answer, text: '' }, tooLong);
      const decoded = decodeJson(text, decode, this.#redact);
      if ('value' in decoded) return decoded.value;
      // Some vendors answer 200 with an error inside
      const failed = { ...answer, text: text.slice(0, maxErrorBytes) };
      throw this.#apiError(call, failed, this.#options.readError?.(failed) ?? decoded.failure);
    });
  }

  /** Sends a call and reads its answer as text of at most 64 MiB. @throws as {@link json} */
  text(call: HttpCall): Promise<string> {
    return this.#exchange(call, 'whole', async (response) => {
      const { text, ...answer } = await readWhole(response);
      if (text === undefined) throw this.#apiError(call, { ...answer, text: '' }, tooLong);
      return text;
    });
  }

  /** Sends a call whose answer's body does not matter. @throws as {@link json} */
  send(call: HttpCall): Promise<void> {
    return this.#exchange(call, 'whole', async ({ body }) => {
      await readBeginning(body, maxErrorBytes); // A body that is read leaves its connection to the next request
    });
  }

  /** Sends a call and gives its answer with the body still to be read, in chunks. @throws as {@link json} */
  stream(call: HttpCall): Promise<TransportResponse> {
    return this.#exchange(call, 'streamed', (response) => response);
  }

  async #exchange<T>(call: HttpCall, answer: 'whole' | 'streamed', take: Take<T>): Promise<T> {
    const { clock, authorizer, random = Math.random } = this.#options;
    const policy = { ...defaultRetryPolicy, ...this.#options.retry, ...call.retry };
    const endsAtMs = clock.now() + policy.totalTimeoutMs;
    // A large body may take as long as it likes, as long as it moves
    const bounded = answer === 'whole' && call.body?.kind !== 'stream' && call.body?.kind !== 'form';
    const limits = { endsAtMs: bounded ? endsAtMs : Infinity, answerTimeoutMs: policy.totalTimeoutMs };
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      try {
        const response = await this.#attempt(call, answer, limits);
        return await take(response);
      } catch (error) {
        if (call.signal.aborted) throw new CancelledError(call.doing);
        if (isApiError(error) && error.code === 'unauthorized' && !renewed && isReplayable(call.body)) {
          renewed = true;
          if (await this.#orCancelled(call, authorizer?.renew?.(call.signal))) continue;
        }
        const pause = pauseBeforeRetry(error, call, policy, attempt, random);
        if (pause === undefined || clock.now() + pause > endsAtMs) throw finalError(error, call);
        await this.#orCancelled(call, clock.sleep(pause, call.signal));
      }
    }
  }

  async #attempt(
    call: HttpCall,
    answer: 'whole' | 'streamed',
    { endsAtMs, answerTimeoutMs }: AttemptLimits,
  ): Promise<TransportResponse> {
    const { transport, clock, baseUrl, headers, authorizer, readError, timeoutMs = 30_000 } = this.#options;
    if (call.signal.aborted) throw new CancelledError(call.doing);
    const url = buildUrl(baseUrl, call.path, call.query);
    const signed = (await this.#orCancelled(call, authorizer?.headers(call.signal))) ?? {};
    const request = {
      method: call.method,
      url,
      headers: { ...headers, ...call.headers, ...signed },
      body: call.body,
      timeoutMs: call.timeoutMs ?? timeoutMs,
      signal: call.signal,
      streamResponse: answer === 'streamed',
      onBytesTaken: call.onBytesTaken,
    };
    const limits = { endsAtMs, answerTimeoutMs, redact: this.#redact };
    const response = await sendAttempt(transport, clock, call.doing, request, limits);
    const { status } = response;
    if ((status >= 200 && status < 300) || call.alsoOk?.includes(status)) return response;
    const text = await readBeginning(response.body, maxErrorBytes);
    const failed = { status, headers: response.headers, text };
    throw this.#apiError(call, failed, readError?.(failed));
  }

  /** Waits no longer than until the signal, whatever is waited for. */
  async #orCancelled<T>(
    { doing, signal }: HttpCall,
    promise: Promise<T> | undefined,
  ): Promise<T | undefined> {
    try {
      return promise && (await abortable(promise, signal));
    } catch (error) {
      throw signal.aborted ? new CancelledError(doing) : error;
    }
  }

  #apiError(call: HttpCall, answer: FailedAnswer, failure: VendorFailure | undefined): ApiError {
    return apiErrorFrom(call.doing, answer, failure, this.#redact, this.#options.clock.now());
  }
}
