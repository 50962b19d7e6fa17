/**
 * Compresses bytes to raw deflate (RFC 1951). A host may bring a faster one, that works on several cores. What reading the
 * bytes throws must come out of the result, and a result that is left early must close the bytes.
 */
export type Deflater = (bytes: AsyncIterable<Uint8Array>, signal: AbortSignal) => AsyncIterable<Uint8Array>;

/** The one of the platform: one core, level 6. */
export const platformDeflater: Deflater = (bytes, signal) =>
  throughTransform(bytes, new CompressionStream('deflate-raw'), signal);

/** Sends bytes through one of the platform's transforms. What reading them throws is what the result throws. */
export async function* throughTransform(
  bytes: AsyncIterable<Uint8Array>,
  transform: CompressionStream,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  const writer = transform.writable.getWriter();
  const reader = transform.readable.getReader();
  let failure: { readonly error: unknown } | undefined;
  const write = async () => {
    try {
      for await (const chunk of bytes) {
        signal?.throwIfAborted();
        await writer.ready;
        await writer.write(chunk as Uint8Array<ArrayBuffer>);
      }
      await writer.close();
    } catch (error) {
      failure ??= { error };
      await writer.abort(error).catch(() => undefined);
    }
  };
  const written = write();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    await written;
  } catch (error) {
    failure ??= { error };
  } finally {
    // A reader that leaves early must not leave the writer waiting for room; `write` then closes the source
    await reader.cancel().catch(() => undefined);
  }
  if (failure) throw failure.error;
}
