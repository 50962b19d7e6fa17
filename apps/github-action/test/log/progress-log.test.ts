import type { ProgressEvent } from '@modelferry/operation';
import { fakeClock } from '@modelferry/testkit';
import { startProgressLog } from '../../src/log/progress-log.ts';
import { testLog } from './support.ts';

const job = { vendor: 'test-ferry', kind: 'batch-shipping', id: '7' };
const running = (progress?: number): ProgressEvent => ({
  type: 'status',
  job,
  snapshot: { state: 'running', rawStatus: 'RUNNING', progress },
});

function start() {
  const clock = fakeClock();
  const { log, lines } = testLog({}, clock.now.bind(clock));
  return { clock, lines, progress: startProgressLog(log, clock) };
}

test('groups by phase, one line for each change', async () => {
  const { progress, lines } = start();
  progress.tell({ type: 'phase', title: 'Upload the data' });
  progress.tell({ type: 'upload', name: 'a.csv', bytes: 5, totalBytes: 5 });
  progress.tell({ type: 'phase', title: 'Wait' });
  progress.tell(running(0.5));
  progress.tell({ type: 'fault', job, faultsInARow: 1, message: 'no answer' });
  progress.tell({ type: 'warning', message: 'odd' });
  progress.stop();
  progress.stop();
  expect(lines).toEqual([
    '::group::Upload the data',
    'Sent all 5 bytes of "a.csv"',
    '::endgroup::',
    '::group::Wait',
    'Batch shipping 7 is RUNNING, 50 % done',
    'Could not look at batch shipping 7, 1 in a row: no answer',
    '::warning::odd',
    '::endgroup::',
  ]);
});

test('tells the figures of a job, a line for each change', () => {
  const { progress, lines } = start();
  for (const epoch of [0, 1]) {
    const figures = [
      { name: 'epoch', value: epoch, total: 2 },
      { stage: 'train', name: 'loss', value: 'NaN' },
    ];
    progress.tell({ type: 'status', job, snapshot: { state: 'running', rawStatus: 'RUNNING', figures } });
  }
  progress.stop();
  expect(lines).toEqual([
    'Batch shipping 7 is RUNNING (epoch 0 of 2, train.loss NaN)',
    'Batch shipping 7 is RUNNING (epoch 1 of 2, train.loss NaN)',
  ]);
});

test('says once a minute that it still runs, and nothing after the end', async () => {
  const { progress, lines, clock } = start();
  progress.tell({ type: 'phase', title: 'Wait' });
  await clock.advance(60_000);
  progress.tell(running());
  await clock.advance(59_999);
  expect(lines.slice(1)).toEqual(['Still running after 1m: Wait', 'Batch shipping 7 is RUNNING']);
  await clock.advance(120_001);
  expect(lines.slice(3)).toEqual(
    [2, 3, 4].map((minutes) => `Still running after ${minutes}m: status RUNNING`),
  );
  progress.stop();
  expect(clock.pending).toBe(0);
});

test('counts rows at most every ten seconds, and the last one', async () => {
  const { progress, lines, clock } = start();
  for (let done = 1; done <= 30; done++) {
    progress.tell({ type: 'rows', done, total: 30 });
    await clock.advance(1_000);
  }
  progress.stop();
  expect(lines).toEqual([1, 11, 21, 30].map((done) => `${done} of 30 rows done`));
});
