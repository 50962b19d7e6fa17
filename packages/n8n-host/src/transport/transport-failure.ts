import { isEngineError, messageOf, redactUrls, TransportError, type BodyTaken } from '@modelferry/http';
import { failureWords, type FailureWords } from './failure-words.ts';

/** How deep an error may be wrapped: n8n's in n8n's, axios', that of Node.js. */
const maxDepth = 6;

function* wrapped(error: unknown): Generator<Readonly<Record<string, unknown>>> {
  let next: unknown = error;
  for (let depth = 0; depth < maxDepth && typeof next === 'object' && next !== null; depth++) {
    const one = next as Readonly<Record<string, unknown>>;
    yield one;
    next = one['cause'] ?? one['errorResponse'];
  }
}

/** Node.js tries the addresses of a name one after the other, and fails with all of their errors. */
const isConnecting = ({ syscall, errors }: Readonly<Record<string, unknown>>): boolean =>
  syscall === 'connect' || syscall === 'getaddrinfo' || Array.isArray(errors);

/** What n8n's HTTP helper failed with, in words; the deepest layer knows best. */
export function readFailure(error: unknown): FailureWords {
  let words: FailureWords | undefined;
  let connecting = false;
  let message = 'n8n could not send the request.';
  for (const layer of wrapped(error)) {
    const { code } = layer;
    const known = typeof code === 'string' ? failureWords(code) : undefined;
    words = known ?? words;
    connecting ||= isConnecting(layer);
    if (typeof layer['message'] === 'string' && layer['message'] !== '') message = layer['message'];
  }
  words ??= { kind: 'fatal', message: redactUrls(message), beforeSending: false };
  return connecting ? { ...words, beforeSending: true } : words;
}

/** What a broken source means: its own error says more than the connection's. */
export function sourceFailure(failure: unknown, bodyTaken: BodyTaken): TransportError {
  const mismatch = isEngineError(failure) && failure.code === 'source-mismatch';
  return new TransportError({
    kind: mismatch ? 'source-mismatch' : 'fatal',
    message: messageOf(failure),
    remedy: isEngineError(failure) ? failure.remedy : undefined,
    bodyTaken,
    cause: failure,
  });
}
