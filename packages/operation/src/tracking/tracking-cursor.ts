import * as v from 'valibot';

/** Which jobs have ended is told by this, and by the vendor's own times alone. */
export const trackingCursor = v.object({
  /** Jobs made before it that are not open have been dealt with, in epoch milliseconds; null where there were none yet. */
  floorMs: v.nullable(v.number()),
  /** IDs of the jobs that go on, at most {@link maxOpen}. */
  open: v.array(v.string()),
  /** Jobs made since the floor that have ended, and when they were made, at most {@link maxEnded}. */
  ended: v.record(v.string(), v.nullable(v.number())),
});

/** What is remembered between two polls: less than 200 kB of JSON. */
export type TrackingCursor = v.InferOutput<typeof trackingCursor>;

/**
 * How many jobs that go on are watched. More are taken up as those end, unless meanwhile more than {@link maxEnded} jobs
 * have ended that were made after them, or there were so many already when the first poll came.
 */
export const maxOpen = 1_000;

/** How many of them may be jobs that wait for data: the newest, since many of these never get any. */
export const maxIdle = 200;

/** How many ended jobs are told apart by their IDs. With more, the floor rises. */
export const maxEnded = 3_000;
