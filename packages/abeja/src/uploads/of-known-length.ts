import { EngineError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { ScratchFile, Source } from '@modelferry/upload';

/**
 * A file that tells its length before it is read, which forms and storage want (Q16): one that does not is kept for the time
 * of the upload. Dispose of it when it has been sent, also when that failed.
 * @throws EngineError with code `unsupported` where there is no place to keep it
 */
export async function ofKnownLength(
  { scratch, signal }: Pick<RunContext<unknown>, 'scratch' | 'signal'>,
  source: Source,
): Promise<ScratchFile> {
  if (source.length !== undefined) return { source, dispose: async () => undefined };
  const { name, contentType = 'application/octet-stream' } = source;
  if (scratch) return scratch.write({ name, contentType, body: source.open() }, signal);
  throw new EngineError({
    code: 'unsupported',
    message: `Could not upload "${name}": its length is not known before it is read, and there is no place here to keep it.`,
    remedy: 'Pass it as a file, or from a place that tells its length (a Content-Length header).',
  });
}
