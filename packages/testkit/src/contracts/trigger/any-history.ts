import fc from 'fast-check';
import type { Change } from './job-history.ts';

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('make' as const),
      afterMs: fc.constantFrom(0, 0, 0, 300, 1_000, 90_000, 3_600_000),
      lateMs: fc.constantFrom(0, 0, 0, 1_000, 200_000),
      isIdle: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('end' as const),
      pick: fc.nat(30),
      end: fc.constantFrom('succeeded' as const, 'failed' as const, 'cancelled' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('delete' as const), pick: fc.nat(30) }) },
);

/** What happens: before the first poll, and between any two calls of the polls that follow. */
export const anyHistory = fc.record({
  before: fc.array(change, { maxLength: 20, size: 'max' }),
  during: fc.array(fc.option(change, { nil: undefined, freq: 3 }), { maxLength: 120, size: 'max' }),
  pageLength: fc.constantFrom(4, 7, 100),
});

export type AnyHistory = typeof anyHistory extends fc.Arbitrary<infer History> ? History : never;
