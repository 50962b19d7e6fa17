import type { BodyTaken, ByteSource } from '@modelferry/http';
import { exactChunks } from './exact-chunks.ts';

/** A source's bytes on their way out, as an HTTP client pulls them. */
export interface OutgoingBody extends AsyncIterable<Uint8Array> {
  /** How much has been handed to the HTTP client. */
  taken(): BodyTaken;
  /** The answer is there: the source is let go, and what has not left stays here. */
  stop(): void;
  /** The connection is gone: a client that still waits for chunks is told that there are none. */
  release(): void;
}

/** @param onTaken hears the total before each chunk leaves */
export function outgoingBody(source: ByteSource, onTaken?: (totalBytes: number) => void): OutgoingBody {
  const stopped = new AbortController();
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let taken: BodyTaken = 'none';
  const count = (totalBytes: number) => {
    taken = totalBytes === source.length ? 'all' : 'part';
    onTaken?.(totalBytes);
  };
  return {
    async *[Symbol.asyncIterator]() {
      try {
        yield* exactChunks(source, stopped.signal, count);
        taken = 'all';
      } catch (error) {
        if (!stopped.signal.aborted) throw error;
        // To end here would be a body too short, and undici would drop the answer for it
        await released;
      }
    },
    taken: () => taken,
    stop: () => stopped.abort(),
    release: () => {
      stopped.abort();
      release();
    },
  };
}
