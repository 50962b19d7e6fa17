import { observe } from '../../src/outcome/observed.ts';

const job = { vendor: 'v', kind: 'batch-shipping', id: '7' };

test('keeps the job, its last status and the transfers', () => {
  let now = 0;
  const observed = observe(() => now);
  expect(observed).toMatchObject({
    job: undefined,
    status: undefined,
    sent: 'part',
    isCut: false,
    facts: [],
  });
  observed.meet(job);
  observed.see({ type: 'upload', name: 'a.csv', bytes: 500, totalBytes: 2_000 });
  expect([observed.sent, observed.isCut]).toEqual(['part', true]);
  now = 3_000;
  observed.see({ type: 'upload', name: 'a.csv', bytes: 2_000, totalBytes: 2_000 });
  expect([observed.sent, observed.isCut]).toEqual(['all', false]);
  observed.see({ type: 'status', job, snapshot: { state: 'running', rawStatus: 'RUNNING' } });
  observed.see({ type: 'status', job, snapshot: { state: 'succeeded', rawStatus: 'DONE' } });
  expect(observed.facts).toEqual([
    { title: 'ID of the batch shipping', value: '7', exact: true },
    { title: 'Last status', value: 'DONE', exact: true },
    { title: 'Sent', value: 'a.csv', exact: true, note: '2.0 kB in 3s, 667 bytes/s' },
  ]);
});

test('calls a job by its name where its ID is made of several', () => {
  const observed = observe(() => 0);
  observed.meet({ ...job, id: '5/7', name: 'shipping 7 of line 5' });
  expect(observed.facts).toEqual([{ title: 'Job', value: 'shipping 7 of line 5', exact: true }]);
});

test('cannot tell how much is missing of what has no length', () => {
  const observed = observe(() => 0);
  observed.see({ type: 'upload', name: 'a.zip', bytes: 5 });
  expect([observed.sent, observed.isCut]).toEqual(['unknown', false]);
});

test('keeps the last ten times that a job has told news of its work, and none of another job', () => {
  const observed = observe(() => 0);
  const tell = (epoch: number, id = '7') =>
    observed.see({
      type: 'status',
      job: { ...job, id },
      snapshot: { state: 'running', rawStatus: 'RUNNING', figures: [{ name: 'epoch', value: epoch }] },
    });
  for (let epoch = 0; epoch <= 10; epoch++) tell(epoch);
  tell(10);
  observed.see({ type: 'status', job, snapshot: { state: 'succeeded', rawStatus: 'DONE' } });
  expect(observed.figures).toEqual(
    Array.from({ length: 10 }, (_, index) => [{ name: 'epoch', value: index + 1 }]),
  );
  tell(0, '8');
  expect(observed.figures).toEqual([[{ name: 'epoch', value: 0 }]]);
});
