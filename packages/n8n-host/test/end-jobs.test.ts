import type { CancelOutcome, JobRecord, RunContext } from '@modelferry/operation';
import { fakeClock, settle } from '@modelferry/testkit';
import { endJobs } from '../src/run/end-jobs.ts';
import { watchJobs } from '../src/run/watched-jobs.ts';

const job = (id: string, phase = 'uploaded'): JobRecord => ({
  ...{ vendor: 'test-ferry', kind: 'shipping', id, phase, fingerprint: 'f' },
});

function enderOf(cancel?: (id: string, signal: AbortSignal) => Promise<CancelOutcome>) {
  const clock = fakeClock();
  const asked: string[] = [];
  const cancels = cancel && {
    shipping: (context: { readonly signal: AbortSignal }, id: string) => {
      asked.push(id);
      return cancel(id, context.signal);
    },
  };
  return { clock, asked, ender: { client: {}, clock, cancels } };
}
const left = (...open: readonly JobRecord[]) => ({ open, allSent: false });

describe('jobs that nobody waits for', () => {
  test('are ended, and told of one by one', async () => {
    const outcomes = ['cancelled', 'already-ended', 'never-started'] as const;
    const { ender, asked } = enderOf(async (id) => outcomes[Number(id)] ?? 'cancelled');
    expect(await endJobs(ender, left(job('0'), job('1'), job('2')), 'abort')).toEqual([
      'Shipping 0 was ended at the vendor.',
      'Shipping 1 had ended by itself.',
      'Shipping 2 never got all of its data: nothing was started, and nothing runs at the vendor.',
    ]);
    expect(asked).toEqual(['0', '1', '2']);
  });

  test('are left alone, but for those that never got their data', async () => {
    const { ender, asked } = enderOf(async () => 'cancelled');
    const open = [job('1', 'uploading'), job('2'), job('3', 'uploading')];
    const said = await endJobs(ender, left(...open), 'leave');
    expect(asked).toEqual(['1', '3']);
    expect(said[1]).toBe('Shipping 2 goes on at the vendor. Wait for it by its ID, or end it there.');
    // All bytes of the last one have left: it may well be running
    asked.length = 0;
    await endJobs(ender, { open, allSent: true }, 'leave');
    expect(asked).toEqual(['1']);
  });

  test('hold nobody up: a vendor that does not answer is not waited for', async () => {
    let stopped = false;
    const { ender, clock } = enderOf((_, signal) => {
      signal.addEventListener('abort', () => (stopped = true));
      return new Promise(() => undefined);
    });
    const said = endJobs(ender, left(job('1')), 'abort');
    await settle();
    await clock.advance(5_000);
    expect(await said).toEqual([
      'Shipping 1 could not be ended, and may go on at the vendor: no answer came within 5 s.',
    ]);
    expect(stopped).toBe(true);
  });

  test('that cannot be ended are told of, and nothing is thrown', async () => {
    const refused = enderOf(() => Promise.reject(new Error('Not yours.')));
    expect(await endJobs(refused.ender, left(job('1')), 'abort')).toEqual([
      'Shipping 1 could not be ended, and may go on at the vendor: Not yours.',
    ]);
    expect(await endJobs(enderOf().ender, left(job('1')), 'abort')).toEqual([
      'Shipping 1 goes on: the vendor documents no way to end it.',
    ]);
  });
});

test('a run is watched: its jobs in their last phase, without those that it gave up', async () => {
  const kept: JobRecord[] = [];
  const events: unknown[] = [];
  const watched = watchJobs();
  const context = watched.watching({
    jobs: { keep: async (record: JobRecord) => void kept.push(record), earlier: async () => undefined },
    progress: (event: unknown) => void events.push(event),
  } as unknown as RunContext<object>);
  for (const record of [job('1', 'uploading'), job('1', 'abandoned'), job('2', 'created'), job('2')]) {
    await context.jobs.keep(record);
  }
  expect(kept).toHaveLength(4);
  expect(watched.open).toEqual([job('2')]);
  expect(watched.isUnclear).toBe(false);

  // A note of what was asked for is no job
  await context.jobs.keep({ ...job('beside 1 2', 'issued'), note: true });
  expect(watched.open).toEqual([job('2')]);
  expect(watched.isUnclear).toBe(true);

  const upload = { type: 'upload', name: 'a.csv', totalBytes: 10 } as const;
  context.progress({ ...upload, bytes: 4 });
  expect([watched.allSent, watched.isUnclear]).toEqual([false, false]); // The whole of it was never there
  context.progress({ ...upload, bytes: 10 });
  expect([watched.allSent, watched.isUnclear]).toEqual([true, true]);
  expect(events).toHaveLength(2);
});
