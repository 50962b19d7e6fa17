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
  RecordWriter
};
