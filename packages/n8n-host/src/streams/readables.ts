import { EngineError } from '@modelferry/http';
import { isNodeReadable, type NodeReadable } from './node-readable.ts';

interface ReadableClass {
  from(chunks: AsyncIterable<Uint8Array>): NodeReadable;
}

/** Makes streams of the kind that n8n takes, though a verified node must not import `node:stream`. */
export interface Readables {
  /** Shows a stream that n8n gave: its class makes others. */
  learn(stream: NodeReadable): void;
  /** A stream over chunks, which are asked for one at a time. */
  from(chunks: AsyncIterable<Uint8Array>): Promise<NodeReadable>;
}

/** The one call of n8n's HTTP helper that needs no server: a `data:` URL is answered by a stream, at once. */
type OpenDataUrl = (request: { readonly url: string; readonly encoding: 'stream' }) => Promise<unknown>;

/**
 * Takes the stream class from the streams that n8n itself gives. The first upload of a run may come before any of them was
 * seen: then an empty `data:` URL gives one.
 */
export function createReadables(openDataUrl: OpenDataUrl): Readables {
  let known: ReadableClass | undefined;
  const learn = (stream: NodeReadable) => {
    const found = stream.constructor as unknown as Partial<ReadableClass>;
    if (typeof found.from === 'function') known ??= found as ReadableClass;
  };
  return {
    learn,
    async from(chunks) {
      if (!known) {
        const stream = await openDataUrl({ url: 'data:,', encoding: 'stream' });
        if (isNodeReadable(stream)) {
          learn(stream);
          stream.destroy();
        }
      }
      if (known) return known.from(chunks);
      throw new EngineError({
        code: 'unsupported',
        message: 'Could not make a stream: this version of n8n gives nodes none.',
        remedy: 'Update n8n.',
      });
    },
  };
}
