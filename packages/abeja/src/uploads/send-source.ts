import { CancelledError, isCancelled, isEngineError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { watchSource, type Source } from '@modelferry/upload';

/** What a call needs to send a file and tell how far it is. */
export interface Sending {
  readonly source: Source;
  onBytesTaken(bytes: number): void;
}

/**
 * Sends a file with one call, tells how far it is, and what went wrong in the file before what the transport felt of it.
 * @param doing completes "Could not ..."
 */
export async function sendSource<T>(
  { signal, progress }: Pick<RunContext<unknown>, 'signal' | 'progress'>,
  doing: string,
  file: Source,
  send: (sending: Sending) => Promise<T>,
): Promise<T> {
  const { name, length: totalBytes } = file;
  const watched = watchSource(file);
  // What is around it, as the parts of a form, is counted, too
  const onBytesTaken = (bytes: number) =>
    progress({ type: 'upload', name, bytes: Math.min(bytes, totalBytes ?? bytes), totalBytes });
  try {
    return await send({ source: { ...file, ...watched.source }, onBytesTaken });
  } catch (error) {
    if (signal.aborted || isCancelled(error)) throw new CancelledError(doing);
    throw isEngineError(watched.failure) ? watched.failure : error;
  }
}
