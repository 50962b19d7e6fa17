/** One job as a poll has seen it. */
export interface Sighting {
  readonly id: string;
  /** When it was made, by the vendor's clock, in epoch milliseconds; undefined where it does not say. */
  readonly madeAtMs: number | undefined;
  readonly hasEnded: boolean;
  /** Whether it waits for data, and may do so forever. @default false */
  readonly isIdle?: boolean;
}

/** All that one poll has seen. */
export interface Sightings {
  /** A later sighting of a job has more weight than an earlier one. */
  readonly seen: readonly Sighting[];
  /** IDs of watched jobs that are there no more. */
  readonly gone?: readonly string[];
  /** Every job made up to then was seen, or is gone, in epoch milliseconds; undefined where there is none. */
  readonly completeToMs: number | undefined;
  /** How far the floor stays behind, since a list may show a job late, in milliseconds. */
  readonly lookBackMs: number;
}
