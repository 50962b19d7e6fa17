import { isUtf8 } from 'node:buffer';

/** Whether a body is UTF-8, told while it passes: a character may be cut in two by the end of a chunk. */
export class Utf8Check {
  #rest = Buffer.alloc(0);
  #bad = false;

  push(chunk: Buffer): void {
    if (this.#bad) return;
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const end = bytes.length - openBytes(bytes);
    this.#bad = !isUtf8(bytes.subarray(0, end));
    this.#rest = Buffer.from(bytes.subarray(end));
  }

  /** So far; a character that is not complete counts as one that will be. */
  get ok(): boolean {
    return !this.#bad;
  }

  /** At the end. */
  finish(): boolean {
    return !this.#bad && this.#rest.length === 0;
  }
}

/** How many bytes at the end begin a character that is not complete. */
function openBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > back ? back : 0;
  }
  return 0;
}
