import type { ProgressEvent } from '@modelferry/operation';
import { fakeClock } from '@modelferry/testkit';
import { createTeller } from '../src/run/progress.ts';

const job = { vendor: 'test-ferry', kind: 'shipping', id: '7' };

function tell(events: readonly (ProgressEvent | number)[]) {
  const lines: string[] = [];
  const hints: unknown[] = [];
  const say = (level: string) => (line: string) => void lines.push(`${level}: ${line}`);
  const logger = { info: say('info'), warn: say('warn') };
  const clock = fakeClock();
  const teller = createTeller(
    { logger: logger as never, addExecutionHints: (hint) => void hints.push(hint) },
    clock,
    (text) => text.replaceAll('secret', '***'),
  );
  const progress = teller.progress(3);
  const run = async () => {
    for (const event of events) {
      if (typeof event === 'number') await clock.advance(event);
      else progress(event);
    }
    teller.end(3);
    teller.end(3);
    return { lines, hints };
  };
  return run();
}

test('says phases and every change of a job, with the item', async () => {
  const { lines } = await tell([
    { type: 'phase', title: 'Upload training data' },
    { type: 'status', job, snapshot: { state: 'running', rawStatus: 'training', message: 'at 10 %' } },
    { type: 'status', job, snapshot: { state: 'succeeded', rawStatus: 'job_finished' } },
  ]);
  expect(lines).toEqual([
    'info: Upload training data [item 3]',
    'info: shipping 7 is training (at 10 %) [item 3]',
    'info: shipping 7 is job_finished [item 3]',
  ]);
});

test('says the first step, one every ten seconds, and the last', async () => {
  const step = (bytes: number): ProgressEvent => ({ type: 'upload', name: 'a.csv', bytes, totalBytes: 100 });
  const { lines } = await tell([step(1), 4_000, step(2), 4_000, step(3), 4_000, step(50), 1_000, step(100)]);
  expect(lines).toEqual([1, 50, 100].map((n) => `info: Sent ${n} of 100 bytes of "a.csv" [item 3]`));
});

test('says rows, downloads of unknown length, and faults', async () => {
  const { lines } = await tell([
    { type: 'rows', done: 1, total: 2 },
    { type: 'rows', done: 2, total: 2 },
    { type: 'download', name: 'r.csv', bytes: 5 },
    { type: 'fault', job, faultsInARow: 2, message: 'no answer' },
  ]);
  expect(lines).toEqual([
    'info: 1 of 2 rows done [item 3]',
    'info: 2 of 2 rows done [item 3]',
    'info: Received 5 bytes of "r.csv" [item 3]',
    'warn: Could not look at shipping 7, 2 in a row: no answer [item 3]',
  ]);
});

test('hints at a warning once, at few of them, and at no secret', async () => {
  const warnings = [1, 1, 2, 3, 4, 5, 6, 7].map((n) => ({
    type: 'warning' as const,
    message: `secret ${n}`,
  }));
  const { lines, hints } = await tell(warnings);
  expect(lines).toHaveLength(8);
  expect(hints).toHaveLength(5);
  expect(hints[0]).toEqual({ message: '*** 1', type: 'warning', location: 'outputPane' });
  expect(lines.join()).not.toContain('secret');
});

test('says every change of the figures of a job, and hints at the last of them, beside any warnings', async () => {
  const at = (epoch: number, loss: number | string): ProgressEvent => ({
    type: 'status',
    job,
    snapshot: {
      state: 'running',
      rawStatus: 'RUNNING',
      figures: [
        { name: 'epoch', value: epoch, total: 2 },
        { stage: 'train', name: 'loss', value: loss },
      ],
    },
  });
  const warnings = [1, 2, 3, 4, 5].map((n) => ({ type: 'warning' as const, message: `${n}` }));
  const ended: ProgressEvent = { type: 'status', job, snapshot: { state: 'failed', rawStatus: 'GONE' } };
  const { lines, hints } = await tell([...warnings, at(0, 'a secret'), at(2, 'a secret'), ended]);
  expect(lines.slice(5)).toEqual([
    'info: shipping 7 is RUNNING (epoch 0 of 2, train.loss a ***) [item 3]',
    'info: shipping 7 is RUNNING (epoch 2 of 2, train.loss a ***) [item 3]',
    'info: shipping 7 is GONE [item 3]',
  ]);
  expect(hints.slice(5)).toEqual([
    {
      message: 'The last figures of shipping 7: epoch 2 of 2, train.loss a ***',
      ...{ type: 'info', location: 'outputPane' },
    },
  ]);
});
