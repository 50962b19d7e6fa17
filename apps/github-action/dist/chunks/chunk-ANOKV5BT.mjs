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

// packages/upload/src/zip/record-writer.ts
var RecordWriter = class {
  #view;
  #bytes;
  #at = 0;
  constructor(length) {
    this.#bytes = new Uint8Array(length);
    this.#view = new DataView(this.#bytes.buffer);
  }
  u16(value) {
    this.#view.setUint16(this.#at, value, true);
    this.#at += 2;
    return this;
  }
  u32(value) {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
    return this;
  }
  /** @param value up to 2^53, exactly */
  u64(value) {
    this.#view.setBigUint64(this.#at, BigInt(value), true);
    this.#at += 8;
    return this;
  }
  raw(bytes) {
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
    return this;
  }
  /** The record. @throws Error when it is not filled exactly: the length was computed wrongly */
  done() {
    if (this.#at !== this.#bytes.length) {
      throw new Error(`A ZIP record has ${this.#at} bytes where ${this.#bytes.length} were planned.`);
    }
    return this.#bytes;
  }
};

export {
  RecordWriter,
  platformDeflater,
  throughTransform
};
