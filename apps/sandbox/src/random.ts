import { createHash } from 'node:crypto';

/** A small fast generator (mulberry32) in [0, 1): sampling and splitting need repeatable, not secret, numbers. */
export function pseudoRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes up ids and keys: the n-th one of a label is always the same for a seed, whatever else was asked between. */
export class Invention {
  readonly seed: number;
  readonly #given = new Map<string, number>();

  constructor(seed: number) {
    this.seed = seed;
  }

  /** The next `length` hexadecimal digits (at most 64) for `label`. */
  hex(label: string, length: number): string {
    const count = (this.#given.get(label) ?? 0) + 1;
    this.#given.set(label, count);
    return createHash('sha256').update(`${this.seed}:${label}:${count}`).digest('hex').slice(0, length);
  }

  uuid(label: string): string {
    const digits = this.hex(label, 32);
    const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`];
    return [...parts, `9${digits.slice(17, 20)}`, digits.slice(20)].join('-');
  }

  reset(): void {
    this.#given.clear();
  }
}
