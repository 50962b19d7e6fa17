import { isApiError } from '@modelferry/http';
import fc from 'fast-check';
import type { TriggerEvent } from '@modelferry/operation';
import { batchPredictionEnded as trigger } from '../src/triggers/batch-prediction-ended.ts';
import { JobHistory, type Change, type MadeJob } from './support/job-history.ts';

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
      status: fc.constantFrom('COMPLETED', 'ABORTED', 'FAILED'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('delete' as const), pick: fc.nat(30) }) },
);

/** What happens: before the first poll, and between any two calls of the polls that follow. */
const history = fc.record({
  before: fc.array(change, { maxLength: 20 }),
  during: fc.array(fc.option(change, { nil: undefined, freq: 3 }), { maxLength: 120 }),
  pageLength: fc.constantFrom(4, 7, 100),
});

const isOver = ({ status }: MadeJob): boolean => !['INITIALIZING', 'RUNNING'].includes(status);
const idOf = ({ id, status }: MadeJob): string => `batch-prediction:${id}:${status}`;

/** The vendor after the first poll, with what was to be seen as over by then and must never be told. */
async function begun({
  before,
  during,
  pageLength,
}: typeof history extends fc.Arbitrary<infer T> ? T : never) {
  const vendor = new JobHistory(pageLength);
  for (const one of before) vendor.apply(one);
  const old = new Set(vendor.shown.filter(isOver).map(idOf));
  const first = await trigger.poll(vendor.access, {}, undefined);
  expect(first.events).toEqual([]);
  vendor.pending.push(...during);
  return { vendor, old, cursor: first.cursor };
}

/** Whatever has ended and is still there. */
const due = (vendor: JobHistory, old: ReadonlySet<string>): string[] =>
  vendor.jobs
    .filter((job) => isOver(job) && !job.isDeleted)
    .map(idOf)
    .filter((id) => !old.has(id));

const idsOf = (events: readonly TriggerEvent[]): string[] => events.map(({ eventId }) => eventId);

/** Polls until nothing is left to change, then as often as it takes to see everything. */
async function pollOn(vendor: JobHistory, cursor: unknown, told: string[]): Promise<unknown> {
  let at = cursor;
  for (let left = 3; left > 0; left--) {
    if (vendor.pending.length > 0) left = 3;
    else vendor.settle();
    const polled = await trigger.poll(vendor.access, {}, at).catch((error: unknown) => {
      if (!isApiError(error)) throw error;
      return undefined;
    });
    if (!polled) left = 3;
    else told.push(...idsOf(polled.events));
    at = polled ? (JSON.parse(JSON.stringify(polled.cursor)) as unknown) : at;
  }
  return at;
}

test('every ending is told exactly once, whatever happens between any two calls, and whichever of them fail', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.array(fc.integer({ min: 1, max: 60 })), async (given, failing) => {
      const { vendor, old, cursor } = await begun(given);
      vendor.failing = new Set(failing);
      const told: string[] = [];
      await pollOn(vendor, cursor, told);
      expect(new Set(told).size).toBe(told.length);
      expect(told).toEqual(expect.arrayContaining(due(vendor, old)));
      for (const id of told) expect(old).not.toContain(id);
    }),
    { numRuns: 300 },
  );
});

test('a poll whose cursor was not kept tells the same again, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.array(fc.boolean(), { minLength: 1 }), async (given, kept) => {
      const { vendor, old, cursor } = await begun(given);
      const told: string[] = [];
      let at = cursor;
      for (const isKept of kept) {
        const { events, cursor: next } = await trigger.poll(vendor.access, {}, at);
        told.push(...idsOf(events));
        if (isKept) at = next;
      }
      await pollOn(vendor, at, told);
      expect(told).toEqual(expect.arrayContaining(due(vendor, old)));
      for (const id of told) expect(old).not.toContain(id);
    }),
    { numRuns: 150 },
  );
});

test('polls that overlap lose nothing, and once they are done nothing is told again', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.array(fc.integer({ min: 1, max: 3 })), async (given, widths) => {
      const { vendor, old, cursor } = await begun(given);
      const told: string[] = [];
      let stored = cursor;
      for (const width of widths) {
        const base = stored;
        const poll = async () => {
          const { events, cursor: next } = await trigger.poll(vendor.access, {}, base);
          stored = trigger.merge({ base, stored, next });
          told.push(...idsOf(events));
        };
        await Promise.all(Array.from({ length: width }, poll));
      }
      const after: string[] = [];
      await pollOn(vendor, stored, after);
      expect(new Set(after).size).toBe(after.length);
      expect([...told, ...after]).toEqual(expect.arrayContaining(due(vendor, old)));
      for (const id of after) expect(told).not.toContain(id);
    }),
    { numRuns: 150 },
  );
});
