import { progressText, type ProgressEvent } from '../src/index.ts';

const job = { vendor: 'test-ferry', kind: 'shipping', id: '7' };

test.each<[ProgressEvent, string]>([
  [{ type: 'phase', title: 'Upload the data' }, 'Upload the data'],
  [{ type: 'warning', message: 'The key ends soon.' }, 'The key ends soon.'],
  [{ type: 'status', job, snapshot: { state: 'running', rawStatus: 'RUNNING' } }, 'shipping 7 is RUNNING'],
  [
    {
      type: 'status',
      job,
      snapshot: { state: 'running', rawStatus: 'RUNNING', progress: 0.999, message: 'third in the queue' },
    },
    'shipping 7 is RUNNING, 99 % done (third in the queue)',
  ],
  [
    {
      type: 'status',
      job,
      snapshot: { state: 'running', rawStatus: 'RUNNING', figures: [{ name: 'epoch', value: 2, total: 5 }] },
    },
    'shipping 7 is RUNNING (epoch 2 of 5)',
  ],
  [
    {
      type: 'status',
      job,
      snapshot: {
        state: 'running',
        rawStatus: 'RUNNING',
        message: 'slow',
        figures: [{ stage: 'train', name: 'loss', value: 0 }],
      },
    },
    'shipping 7 is RUNNING (slow; train.loss 0)',
  ],
  [
    {
      type: 'status',
      job: { ...job, id: '3/7', name: 'shipping 7 of line 3' },
      snapshot: { state: 'running', rawStatus: 'RUNNING' },
    },
    'shipping 7 of line 3 is RUNNING',
  ],
  [
    { type: 'fault', job, faultsInARow: 2, message: 'no answer' },
    'Could not look at shipping 7, 2 in a row: no answer',
  ],
  [{ type: 'rows', done: 1, total: 2 }, '1 of 2 rows done'],
  [{ type: 'upload', name: 'a.csv', bytes: 1, totalBytes: 100 }, 'Sent 1 of 100 bytes of "a.csv"'],
  [{ type: 'download', name: 'r.csv', bytes: 5 }, 'Received 5 bytes of "r.csv"'],
])('%j in one line', (event, text) => {
  expect(progressText(event)).toBe(text);
});
