/** So many bytes are decoded at once: the text stays small enough to be gone before the next. */
const stepBytes = 64 * 1024;

/** Whether bytes that come in pieces are UTF-8. Some GB/s: the decoder of the platform does the work. */
export class Utf8Check {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** The last bytes before the present ones, where a character may have begun. */
  #before: Uint8Array = new Uint8Array();
  #position = 0;

  /** Goes over the next bytes. @returns the position of the first wrong byte, in bytes from the beginning */
  feed(bytes: Uint8Array): number | undefined {
    for (let at = 0; at < bytes.length; at += stepBytes) {
      const step = bytes.subarray(at, at + stepBytes);
      try {
        this.#decoder.decode(step, { stream: true });
      } catch {
        return this.#position + firstWrong(this.#before, step);
      }
      this.#position += step.length;
      this.#before = Uint8Array.of(...this.#before, ...step.subarray(-3)).slice(-3);
    }
    return undefined;
  }

  /** Goes over bytes that are known to be ASCII. */
  skip(bytes: Uint8Array): number | undefined {
    const wrong = this.feed(bytes.subarray(0, 1)); // A character may have been cut off
    this.#position += Math.max(0, bytes.length - 1);
    if (bytes.length > 0) this.#before = Uint8Array.from(bytes.subarray(-3));
    return wrong;
  }

  /** @returns the position of the end when it is in the middle of a character */
  end(): number | undefined {
    try {
      this.#decoder.decode();
      return undefined;
    } catch {
      return this.#position;
    }
  }
}

/** Looks for the byte at which decoding fails, one by one: this happens once in a file. */
function firstWrong(before: Uint8Array, bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const isLater = (byte: number) => (byte & 0xc0) === 0x80;
  const begin = before.findIndex((byte) => !isLater(byte));
  try {
    if (begin >= 0) decoder.decode(before.subarray(begin), { stream: true });
    for (let at = 0; at < bytes.length; at++) {
      try {
        decoder.decode(bytes.subarray(at, at + 1), { stream: true });
      } catch {
        return at;
      }
    }
  } catch {
    return 0;
  }
  return bytes.length;
}
