/** Cuts chunks that are too large: n8n's database store gives a whole file as one chunk, and progress needs steps. */
export async function* boundedChunks(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += maxBytes) yield chunk.subarray(at, at + maxBytes);
  }
}
