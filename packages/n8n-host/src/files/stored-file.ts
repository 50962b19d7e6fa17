import { abortable, CancelledError } from '@modelferry/http';
import { exactLength } from '@modelferry/upload';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import type { Readables } from '../streams/readables.ts';
import { unhurried } from '../streams/unhurried.ts';

/** The part of n8n's context that keeps files. */
export interface BinaryWritingContext {
  readonly helpers: Pick<IExecuteFunctions['helpers'], 'prepareBinaryData'>;
}

interface FileToStore {
  readonly name: string;
  readonly contentType: string;
  /** Exact length in bytes, where it is known. */
  readonly length?: number;
  readonly body: AsyncIterable<Uint8Array>;
}

export interface StoredFile {
  readonly data: IBinaryData;
  /** Bytes written. */
  readonly bytes: number;
}

/**
 * Streams a file into n8n's binary store, whole or not at all: n8n drops what it has when the stream breaks.
 * @throws CancelledError at once; what the body threw; EngineError when the length is not as told
 */
export async function storeFile(
  { helpers }: BinaryWritingContext,
  readables: Readables,
  { name, contentType, length, body }: FileToStore,
  signal: AbortSignal,
): Promise<StoredFile> {
  const cancelled = () => new CancelledError(`keep "${name}"`);
  if (signal.aborted) throw cancelled();
  let bytes = 0;
  let failure: unknown;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const exact = length === undefined ? body : exactLength(body, length, name);
    const iterator = unhurried(exact);
    let hangs = false;
    try {
      for (;;) {
        hangs = true; // Until it answers; a body that hangs would also hang at being let go
        const next = await abortable(iterator.next(), signal);
        hangs = false;
        if (next.done) return;
        bytes += next.value.length;
        yield next.value;
      }
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      const letGo = iterator.return?.();
      if (!hangs) await letGo;
    }
  }
  const stream = await readables.from(chunks());
  stream.on('error', () => undefined); // Told by what n8n says of it
  try {
    const data = await helpers.prepareBinaryData(stream as never, name, contentType);
    return { data, bytes };
  } catch (error) {
    throw signal.aborted ? cancelled() : (failure ?? error);
  } finally {
    stream.destroy();
  }
}
