// packages/upload/src/zip/deflater.ts
var platformDeflater = (bytes, signal) => throughTransform(bytes, new CompressionStream("deflate-raw"), signal);
async function* throughTransform(bytes, transform, signal) {
  const writer = transform.writable.getWriter();
  const reader = transform.readable.getReader();
  let failure;
  const write = async () => {
    try {
      for await (const chunk of bytes) {
        signal?.throwIfAborted();
        await writer.ready;
        await writer.write(chunk);
      }
      await writer.close();
    } catch (error) {
      failure ??= { error };
      await writer.abort(error).catch(() => void 0);
    }
  };
  const written = write();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    await written;
  } catch (error) {
    failure ??= { error };
  } finally {
    await reader.cancel().catch(() => void 0);
  }
  if (failure) throw failure.error;
}

export {
  platformDeflater,
  throughTransform
};
