import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What proves the contents of a body, taken while it passes. */
export class Checksums {
  readonly #digest = createHash('sha256');
  #crc32 = 0;
  #bytes = 0;

  update(chunk: Buffer): void {
    this.#bytes += chunk.length;
    this.#crc32 = crc32(chunk, this.#crc32);
    this.#digest.update(chunk);
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Once, at the end. */
  finish(): { readonly bytes: number; readonly sha256: string; readonly crc32: number } {
    return { bytes: this.#bytes, sha256: this.#digest.digest('hex'), crc32: this.#crc32 };
  }
}
