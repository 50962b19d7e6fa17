import { redactUrls, type Redactor } from '../redact.ts';
import { isEngineError } from './engine-error.ts';

/** How deep causes are followed: a host's error around a library's around the system's. */
const maxDepth = 5;

/**
 * A foreign error as far as it may be kept as a cause: name, code, redacted message and stack, and the same of its own
 * causes. What else hangs on it is left behind: HTTP libraries keep the whole request there, credential included.
 * @returns an error of ours as it is, and undefined for what is no error
 */
export function plainCause(
  error: unknown,
  redact: Redactor = redactUrls,
  depth = maxDepth,
): Error | undefined {
  if (isEngineError(error)) return error;
  if (!isErrorLike(error) || depth === 0) return undefined;
  const cause = plainCause(error.cause, redact, depth - 1);
  const plain = new Error(redact(error.message), cause && { cause });
  const { code } = error as { code?: unknown };
  Object.defineProperties(plain, {
    name: { value: error.name, configurable: true },
    stack: { value: redact(error.stack ?? String(plain)), configurable: true, writable: true },
    ...(typeof code === 'string' && { code: { value: redact(code), enumerable: true } }),
  });
  return plain;
}

/** By its looks: an error of another realm (a worker, a sandbox) is no instance of our `Error`. */
const isErrorLike = (value: unknown): value is Error =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<Error>).message === 'string' &&
  typeof (value as Partial<Error>).name === 'string';
