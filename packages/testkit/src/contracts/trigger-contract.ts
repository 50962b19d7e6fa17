import { isApiError } from '@modelferry/http';
import fc from 'fast-check';
import { anyHistory, type AnyHistory } from './trigger/any-history.ts';
import type { JobHistory, MadeJob } from './trigger/job-history.ts';

/** What a trigger is polled with, and by whom. */
export interface TriggerOnTrial<Context> {
  readonly trigger: {
    poll(context: Context, inputs: object, cursor: unknown): Promise<Polled>;
    merge(cursors: { readonly base: unknown; readonly stored: unknown; readonly next: unknown }): unknown;
  };
  readonly inputs: object;
  /** The vendor's API over a history that is still empty. */
  open(pageLength: number): { readonly history: JobHistory; readonly context: Context };
  /** The ID of the event that tells of a job's end. */
  eventIdOf(job: MadeJob): string;
}

interface Polled {
  readonly events: readonly { readonly eventId: string }[];
  readonly cursor: unknown;
}

/**
 * What every trigger that watches jobs must do: lose no ending, and tell each under one ID. Call it in a test file: it
 * declares the tests.
 */
export function triggerContract<Context>(
  title: string,
  { trigger, inputs, open, eventIdOf }: TriggerOnTrial<Context>,
): void {
  /** The vendor after the first poll, with what was to be seen as over by then and must never be told. */
  async function begun({ before, during, pageLength }: AnyHistory) {
    const { history, context } = open(pageLength);
    for (const one of before) history.apply(one);
    const old = new Set(history.shown.filter(({ end }) => end).map(eventIdOf));
    const first = await trigger.poll(context, inputs, undefined);
    expect(first.events).toEqual([]);
    history.pending.push(...during);
    const poll = (cursor: unknown) => trigger.poll(context, inputs, cursor);
    return { history, old, poll, cursor: first.cursor };
  }
  type Begun = Awaited<ReturnType<typeof begun>>;

  /** Whatever has ended and is still there. */
  const due = ({ history, old }: Begun): string[] =>
    history.jobs
      .filter(({ end, isGone }) => end && !isGone)
      .map(eventIdOf)
      .filter((id) => !old.has(id));

  /** Polls until nothing is left to change, then as often as it takes to see everything. */
  async function pollOn({ history, poll }: Begun, cursor: unknown): Promise<readonly string[]> {
    const told: string[] = [];
    let at = cursor;
    for (let left = 3; left > 0; left--) {
      if (history.pending.length > 0) left = 3;
      else history.settle();
      const polled = await poll(at).catch((error: unknown) => {
        if (!isApiError(error)) throw error;
        return undefined;
      });
      if (!polled) left = 3;
      else told.push(...idsOf(polled));
      at = polled ? (JSON.parse(JSON.stringify(polled.cursor)) as unknown) : at;
    }
    return told;
  }

  describe(`${title} keeps the trigger contract`, () => {
    test('every ending is told exactly once, whatever happens between any two calls, and whichever of them fail', async () => {
      await fc.assert(
        fc.asyncProperty(anyHistory, fc.array(fc.integer({ min: 1, max: 60 })), async (given, failing) => {
          const stage = await begun(given);
          stage.history.failing = new Set(failing);
          const told = await pollOn(stage, stage.cursor);
          expect(new Set(told).size).toBe(told.length);
          expect(told).toEqual(expect.arrayContaining(due(stage)));
          for (const id of told) expect(stage.old).not.toContain(id);
        }),
        { numRuns: 300 },
      );
    });

    test('a poll whose cursor was not kept tells the same again, and nothing is lost', async () => {
      await fc.assert(
        fc.asyncProperty(anyHistory, fc.array(fc.boolean(), { minLength: 1 }), async (given, kept) => {
          const stage = await begun(given);
          const told: string[] = [];
          let at = stage.cursor;
          for (const isKept of kept) {
            const polled = await stage.poll(at);
            told.push(...idsOf(polled));
            if (isKept) at = polled.cursor;
          }
          told.push(...(await pollOn(stage, at)));
          expect(told).toEqual(expect.arrayContaining(due(stage)));
          for (const id of told) expect(stage.old).not.toContain(id);
        }),
        { numRuns: 150 },
      );
    });

    test('polls that overlap lose nothing, and once they are done nothing is told again', async () => {
      await fc.assert(
        fc.asyncProperty(anyHistory, fc.array(fc.integer({ min: 1, max: 3 })), async (given, widths) => {
          const stage = await begun(given);
          const told: string[] = [];
          let stored = stage.cursor;
          for (const width of widths) {
            const base = stored;
            const poll = async () => {
              const polled = await stage.poll(base);
              stored = trigger.merge({ base, stored, next: polled.cursor });
              told.push(...idsOf(polled));
            };
            await Promise.all(Array.from({ length: width }, poll));
          }
          const after = await pollOn(stage, stored);
          expect(new Set(after).size).toBe(after.length);
          expect([...told, ...after]).toEqual(expect.arrayContaining(due(stage)));
          for (const id of after) expect(told).not.toContain(id);
        }),
        { numRuns: 150 },
      );
    });
  });
}

const idsOf = ({ events }: Polled): string[] => events.map(({ eventId }) => eventId);
