const maxRows = 50_000;
const maxBytes = 8 * 1024 * 1024;

/** How much of a job's data is kept: the first rows of it, and never more than this whatever the length. */
export class KeptRoom {
  #rows = 0;
  #bytes = 0;
  #full = false;

  /** Room for one more row; after the first that had none there is none for any. */
  take(bytes: number): boolean {
    if (this.#full || this.#rows >= maxRows || this.#bytes + bytes > maxBytes) {
      this.#full = true;
      return false;
    }
    this.#rows += 1;
    this.#bytes += bytes;
    return true;
  }
}
