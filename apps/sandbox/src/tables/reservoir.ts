import { pseudoRandom } from '../random.ts';

const maxBytes = 32 * 1024 * 1024;

/** Keeps a seeded sample of a stream: every record is equally likely to be kept, however many there are. */
export class Reservoir {
  readonly #random: () => number;
  #capacity: number;
  #kept: { readonly index: number; readonly text: string }[] = [];
  #keptBytes = 0;
  #count = 0;

  constructor(seed: number, capacity: number) {
    this.#random = pseudoRandom(seed);
    this.#capacity = capacity;
  }

  /** Records so far, kept or not. */
  get count(): number {
    return this.#count;
  }

  /** Counts one more record. @returns where to {@link keep} it, or -1 to let it go */
  place(): number {
    const index = this.#count++;
    if (this.#kept.length < this.#capacity) return this.#kept.length;
    const place = Math.floor(this.#random() * (index + 1));
    return place < this.#kept.length ? place : -1;
  }

  /** Keeps the record that was counted last. */
  keep(place: number, text: string): void {
    this.#keptBytes += text.length - (this.#kept[place]?.text.length ?? 0);
    this.#kept[place] = { index: this.#count - 1, text };
    if (this.#keptBytes > maxBytes) this.#halve();
  }

  /** What was kept, in the order it came in. */
  finish(): readonly string[] {
    return this.#kept.sort((a, b) => a.index - b.index).map(({ text }) => text);
  }

  clear(): void {
    this.#kept = [];
    this.#keptBytes = 0;
  }

  /** Long records: fewer of them are kept, drawn by lot, so that the memory stays bounded and all stay equally likely. */
  #halve(): void {
    const kept = this.#kept;
    this.#capacity = Math.max(1, Math.floor(kept.length / 2));
    for (let drawn = 0; drawn < this.#capacity; drawn += 1) {
      const other = drawn + Math.floor(this.#random() * (kept.length - drawn));
      [kept[drawn], kept[other]] = [kept[other]!, kept[drawn]!];
    }
    kept.length = this.#capacity;
    this.#keptBytes = kept.reduce((sum, { text }) => sum + text.length, 0);
  }
}
