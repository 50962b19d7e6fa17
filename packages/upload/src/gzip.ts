import { gzipStream } from './gzip-stream.ts';
import { joinBytes } from './join-bytes.ts';
import { bytesSource, type Source } from './source.ts';
import type { Crc32 } from './zip/crc32.ts';
import { throughTransform, type Deflater } from './zip/deflater.ts';

/** Below this, gzip saves less than it costs. Source: our measurements (docs: performance). */
const plainBelowBytes = 2 * 1024;
/** Up to this the result is held, so that its length is known and it can be sent again. */
const heldUpToBytes = 8 * 1024 * 1024;

/** A body, compressed or not. */
export interface GzippedBody {
  readonly source: Source;
  /** The value of the Content-Encoding header; undefined when the body stayed as it is. */
  readonly contentEncoding: 'gzip' | undefined;
}

/** How to compress a body. */
export interface GzipBodyOptions {
  /** Ends the compressing, also of a body that streams. @default never */
  readonly signal?: AbortSignal;
  /** @default the platform's: one core, level 6 */
  readonly deflater?: Deflater;
  /** Used with a deflater of the host. @default the one in plain JavaScript */
  readonly crc32?: Crc32;
}

/**
 * Compresses a body with gzip: below 2 KiB it stays plain, up to 8 MiB the result is held (length known, replayable),
 * above that or when the length is not known it streams (length unknown).
 */
export async function gzipBody(source: Source, options: GzipBodyOptions = {}): Promise<GzippedBody> {
  const { name, contentType, length } = source;
  if (length !== undefined && length < plainBelowBytes) return { source, contentEncoding: undefined };
  const { deflater, crc32, signal = new AbortController().signal } = options;
  const open = () =>
    deflater
      ? gzipStream(source.open(), { deflater, crc32, signal })
      : throughTransform(source.open(), new CompressionStream('gzip'), signal);
  if (length === undefined || length > heldUpToBytes) {
    const { replayable } = source;
    return {
      source: { name, contentType, length: undefined, replayable, ranged: false, open },
      contentEncoding: 'gzip',
    };
  }
  const held: Uint8Array[] = [];
  for await (const chunk of open()) held.push(chunk);
  return { source: bytesSource(name, joinBytes(held), contentType), contentEncoding: 'gzip' };
}
