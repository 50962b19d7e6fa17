import { messageOf } from './errors/message-of.ts';
import { abortable } from './abortable.ts';
import type { Clock } from './clock.ts';
import { CancelledError } from './errors/cancelled-error.ts';
import { plainCause } from './errors/plain-cause.ts';
import { isTransportError, TransportError, type BodyTaken } from './errors/transport-error.ts';
import { startIdleGuard, type IdleGuard } from './idle-guard.ts';
import { redactUrls, type Redactor } from './redact.ts';
import type {
  RequestBody,
  ResponseBody,
  Transport,
  TransportRequest,
  TransportResponse,
} from './transport.ts';

function bodyTaken(body: RequestBody | undefined, takenBytes: number): BodyTaken {
  // A small body leaves in one piece: once the request is out, the server may have it all
  if (body?.kind !== 'stream') return 'all';
  if (takenBytes === 0 && body.source.length !== 0) return 'none';
  return body.source.length !== undefined && takenBytes < body.source.length ? 'part' : 'all';
}

/** What bounds one attempt beside its request. */
export interface AttemptLimits {
  /** When the attempt ends even though something is heard, in milliseconds since 1970. @default never */
  readonly endsAtMs?: number;
  /**
   * Longest time for the body of an answer that is not streamed, in milliseconds from its headers on, however long the
   * request took to leave. A refusal is never streamed. @default no limit
   */
  readonly answerTimeoutMs?: number;
  /** Takes secrets out of what a transport says. @default hides the query of every URL */
  readonly redact?: Redactor;
}

const tryAgain = 'Check the connection and the base URL, then try again.';

/**
 * One attempt at one request, whatever the transport does: it ends when the signal is aborted or after `timeoutMs` of
 * silence, also while the answer's body is read, and fails only with errors of ours.
 */
export async function sendAttempt(
  transport: Transport,
  clock: Clock,
  doing: string,
  request: TransportRequest,
  { endsAtMs = Infinity, answerTimeoutMs = Infinity, redact = redactUrls }: AttemptLimits = {},
): Promise<TransportResponse> {
  const attempt = new AbortController();
  const onAbort = () => attempt.abort(new CancelledError(doing));
  if (request.signal.aborted) onAbort();
  request.signal.addEventListener('abort', onAbort, { once: true });

  const startedAtMs = clock.now();
  let takenBytes = 0;
  const onIdle = (ended: boolean) => {
    const taken = bodyTaken(request.body, takenBytes);
    const heard =
      taken === 'part'
        ? `no byte of the body left after the first ${takenBytes}`
        : 'nothing was heard from the server';
    const why = ended
      ? `the answer was not complete after ${seconds(clock.now() - startedAtMs)}.`
      : `${heard} for ${seconds(request.timeoutMs)}.`;
    const message = `Could not ${doing}: ${why}`;
    attempt.abort(new TransportError({ kind: 'timeout', message, remedy: tryAgain, bodyTaken: taken }));
  };
  const guard = startIdleGuard(clock, request.timeoutMs, onIdle, endsAtMs);
  const end = () => {
    guard.stop();
    request.signal.removeEventListener('abort', onAbort);
  };

  const fail = (error: unknown): unknown => {
    if (attempt.signal.aborted) return attempt.signal.reason;
    const said = messageOf(error);
    const message = `Could not ${doing}: ${redact(said)}`;
    if (!isTransportError(error)) {
      const taken = bodyTaken(request.body, takenBytes);
      return new TransportError({
        ...{ kind: 'fatal', message, bodyTaken: taken },
        cause: plainCause(error, redact),
      });
    }
    const { kind, remedy = kind === 'network' ? tryAgain : undefined } = error;
    const cause = plainCause(error.cause, redact);
    return new TransportError({ kind, message, remedy, bodyTaken: error.bodyTaken, cause });
  };

  let sent: Promise<TransportResponse> | undefined;
  try {
    sent = transport.send({
      ...request,
      signal: attempt.signal,
      onBytesTaken: (totalBytes) => {
        takenBytes = totalBytes;
        guard.touch();
        request.onBytesTaken?.(totalBytes);
      },
      onHeldBack: (isHeldBack) => (isHeldBack ? guard.pause() : guard.touch()),
    });
    const response = await abortable(sent, attempt.signal);
    guard.touch();
    const isStreamed = request.streamResponse && response.status >= 200 && response.status < 300;
    if (!isStreamed) guard.endBy(clock.now() + answerTimeoutMs);
    return { ...response, body: guardedBody(response.body, attempt.signal, guard, end, fail) };
  } catch (error) {
    end();
    // An answer that comes all the same would hold its connection
    void sent?.then(({ body }) => body.cancel()).catch(() => undefined);
    throw fail(error);
  }
}

const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`;

function guardedBody(
  body: ResponseBody,
  signal: AbortSignal,
  guard: IdleGuard,
  end: () => void,
  fail: (error: unknown) => unknown,
): ResponseBody {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const iterator = body[Symbol.asyncIterator]();
    let whole = false;
    try {
      for (;;) {
        const next = await abortable(iterator.next(), signal);
        guard.touch();
        if (next.done) break;
        guard.pause(); // The reader's own pause is no silence of the server's
        yield next.value;
        guard.touch();
      }
      whole = true;
    } catch (error) {
      throw fail(error);
    } finally {
      end();
      if (!whole) body.cancel();
    }
  }
  return {
    [Symbol.asyncIterator]: chunks,
    cancel: () => {
      end();
      body.cancel();
    },
  };
}
