/** Puts the fields of one ZIP record together, little-endian as all of ZIP is. */
export class RecordWriter {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(length: number) {
    this.#bytes = new Uint8Array(length);
    this.#view = new DataView(this.#bytes.buffer);
  }

  u16(value: number): this {
    this.#view.setUint16(this.#at, value, true);
    this.#at += 2;
    return this;
  }

  u32(value: number): this {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
    return this;
  }

  /** @param value up to 2^53, exactly */
  u64(value: number): this {
    this.#view.setBigUint64(this.#at, BigInt(value), true);
    this.#at += 8;
    return this;
  }

  raw(bytes: Uint8Array): this {
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
    return this;
  }

  /** The record. @throws Error when it is not filled exactly: the length was computed wrongly */
  done(): Uint8Array {
    if (this.#at !== this.#bytes.length) {
      throw new Error(`A ZIP record has ${this.#at} bytes where ${this.#bytes.length} were planned.`);
    }
    return this.#bytes;
  }
}
