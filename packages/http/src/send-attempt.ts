import { abortable } from './abortable.ts';
import type { Clock } from './clock.ts';
import { CancelledError } from './errors/cancelled-error.ts';
import { isTransportError, TransportError, type BodyTaken } from './errors/transport-error.ts';
import { startIdleGuard } from './idle-guard.ts';
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

/**
 * One attempt at one request, whatever the transport does: it ends when the signal is aborted or after `timeoutMs` of
 * silence, also while the answer's body is read, and fails only with errors of ours.
 */
export async function sendAttempt(
  transport: Transport,
  clock: Clock,
  doing: string,
  request: TransportRequest,
): Promise<TransportResponse> {
  const attempt = new AbortController();
  const onAbort = () => attempt.abort(new CancelledError(doing));
  if (request.signal.aborted) onAbort();
  request.signal.addEventListener('abort', onAbort, { once: true });

  let takenBytes = 0;
  const guard = startIdleGuard(clock, request.timeoutMs, () =>
    attempt.abort(
      new TransportError({
        kind: 'timeout',
        message: `Could not ${doing}: nothing was heard from the server for ${request.timeoutMs / 1000} s.`,
        remedy: 'Check the connection and the base URL, then try again.',
        bodyTaken: bodyTaken(request.body, takenBytes),
      }),
    ),
  );
  const end = () => {
    guard.stop();
    request.signal.removeEventListener('abort', onAbort);
  };

  const fail = (error: unknown): unknown => {
    if (attempt.signal.aborted) return attempt.signal.reason;
    const taken = bodyTaken(request.body, takenBytes);
    if (!isTransportError(error)) {
      const why = error instanceof Error ? error.message : String(error);
      return new TransportError({
        kind: 'fatal',
        message: `Could not ${doing}: ${why}`,
        bodyTaken: taken,
        cause: error,
      });
    }
    return new TransportError({
      kind: error.kind,
      message: `Could not ${doing}: ${error.message}`,
      remedy:
        error.remedy ??
        (error.kind === 'network' ? 'Check the connection and the base URL, then try again.' : undefined),
      bodyTaken: taken,
      cause: error,
    });
  };

  try {
    const sent = transport.send({
      ...request,
      signal: attempt.signal,
      onBytesTaken: (totalBytes) => {
        takenBytes = totalBytes;
        guard.touch();
        request.onBytesTaken?.(totalBytes);
      },
    });
    const response = await abortable(sent, attempt.signal);
    guard.touch();
    return { ...response, body: guardedBody(response.body, attempt.signal, () => guard.touch(), end, fail) };
  } catch (error) {
    end();
    throw fail(error);
  }
}

function guardedBody(
  body: ResponseBody,
  signal: AbortSignal,
  touch: () => void,
  end: () => void,
  fail: (error: unknown) => unknown,
): ResponseBody {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const iterator = body[Symbol.asyncIterator]();
    let whole = false;
    try {
      for (;;) {
        const next = await abortable(iterator.next(), signal);
        touch();
        if (next.done) break;
        yield next.value;
        touch(); // The reader's own pause is no silence of the server's
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
