import type { Writable } from 'node:stream';
import { exactChunks } from './exact-chunks.ts';
import type { SizedSource } from './sized-source.ts';
import { writeChunk } from './write-chunk.ts';

/**
 * Writes a source to a request in the chunks it gives, one at a time, and ends it.
 * @param onTaken hears the total before each chunk leaves
 * @throws TransportError `source-mismatch` when the source has fewer or more bytes than it said
 * @throws the reason of `stopped`, after which no more is written
 */
export async function pumpChunks(
  source: SizedSource,
  outgoing: Writable,
  stopped: AbortSignal,
  onTaken: (totalBytes: number) => void,
): Promise<void> {
  for await (const chunk of exactChunks(source, stopped, onTaken)) await writeChunk(outgoing, chunk);
  outgoing.end();
}
