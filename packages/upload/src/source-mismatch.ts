import { EngineError } from '@modelferry/http';

/** The error for a source that does not give the number of bytes it was known to have. */
export function sourceMismatch(name: string, expectedBytes: number, actualBytes: number): EngineError {
  const early = actualBytes < expectedBytes;
  return new EngineError({
    code: 'source-mismatch',
    message: early
      ? `Could not read "${name}" to its end: it has ${expectedBytes} bytes, and only ${actualBytes} came.`
      : `Could not read "${name}": it has ${expectedBytes} bytes, and at least ${actualBytes} came.`,
    remedy: 'Make sure that nothing writes to the file while it is being sent, then try again.',
  });
}
