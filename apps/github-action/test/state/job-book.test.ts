import type { JobRecord } from '@modelferry/operation';
import type { Runner } from '../../src/runner/runner.ts';
import { openJobBook } from '../../src/state/job-book.ts';
import { readJobState, type JobState } from '../../src/state/job-state.ts';

const record = (id: string, phase: string): JobRecord => ({
  vendor: 'v',
  kind: 'k',
  id,
  phase,
  fingerprint: 'f',
});

function open(makesJobs = true) {
  const states: JobState[] = [];
  const outputs: string[] = [];
  const runner = {
    saveState: (name: string, value: string) => {
      expect(name).toBe('job');
      states.push(JSON.parse(value) as JobState);
    },
    setOutput: (name: string, value: string) => void outputs.push(`${name}=${value}`),
  } as Partial<Runner> as Runner;
  const kinds = { k: { outputs: (id: string) => ({ 'job-id': id }) } };
  const book = openJobBook(runner, { vendor: 'v', step: 's', kinds, onCancel: 'abort', makesJobs });
  return { book, states, outputs, last: () => states.at(-1) };
}

test('says before the first job that one may be in the making', () => {
  expect(open().last()).toEqual({
    vendor: 'v',
    step: 's',
    kind: '',
    id: '',
    phase: 'creating',
    policy: 'abort',
    done: false,
    earlier: [],
  });
});

test('writes each phase down, and gives the ID once', async () => {
  const { book, states, outputs } = open();
  await book.keep(record('1', 'created'));
  await book.keep(record('1', 'uploaded'));
  expect(states.slice(1).map(({ id, phase, done }) => [id, phase, done])).toEqual([
    ['1', 'created', false],
    ['1', 'uploaded', false],
  ]);
  expect(outputs).toEqual(['job-id=1']);
  expect(JSON.stringify(states)).not.toContain('fingerprint');
});

test('loses none of several jobs', async () => {
  const { book, last, outputs } = open();
  await book.keep(record('1', 'incomplete'));
  await book.keep(record('2', 'uploaded'));
  expect(last()).toMatchObject({ id: '2', earlier: [{ kind: 'k', id: '1', phase: 'incomplete' }] });
  expect(outputs).toEqual(['job-id=1', 'job-id=2']);
  book.settle({ kind: 'k', id: '2', phase: 'uploaded' });
  expect(last()).toMatchObject({ id: '1', done: false, earlier: [] });
  book.settle({ kind: 'k', id: '1', phase: 'incomplete' });
  expect(last()).toMatchObject({ done: true, earlier: [] });
});

test('keeps what people call a job', async () => {
  const { book, last } = open();
  await book.keep({ ...record('5/7', 'created'), name: 'shipping 7' });
  await book.keep({ ...record('5/8', 'created'), name: 'shipping 8' });
  expect(readJobState(JSON.stringify(last()))).toMatchObject({
    name: 'shipping 8',
    earlier: [{ id: '5/7', name: 'shipping 7' }],
  });
});

test('finds the record of the same request', async () => {
  const { book } = open();
  await book.keep(record('1', 'created'));
  expect(await book.earlier('k', 'f')).toMatchObject({ id: '1' });
  expect(await book.earlier('k', 'another')).toBeUndefined();
});

test('takes up a job that it waits for, and only once', async () => {
  const { book, states, outputs } = open();
  book.waitsFor({ vendor: 'v', kind: 'k', id: '9' });
  book.waitsFor({ vendor: 'v', kind: 'k', id: '9' });
  expect(states).toHaveLength(2);
  expect(outputs).toEqual(['job-id=9']);
  expect(book.open.map(({ id }) => id)).toEqual(['9']);
});

test('an end by itself leaves nothing to do', async () => {
  const { book, last } = open();
  await book.keep(record('1', 'uploaded'));
  book.end();
  expect(last()).toMatchObject({ id: '1', done: true });
  expect(book.open).toEqual([]);
});

test('what is left to the post step stays undone, by the policy that held', async () => {
  const { book, last } = open();
  await book.keep(record('1', 'uploaded'));
  book.decide('detach');
  book.leaveToPost();
  book.end();
  expect(last()).toMatchObject({ id: '1', done: false, policy: 'detach' });
});

test('says nothing where the step makes no jobs', () => {
  const { book, states } = open(false);
  book.end();
  expect(states).toEqual([]);
});

test('leaves nothing to post of what a step without jobs had asked for', async () => {
  const { book, last } = open(false);
  await book.keep({ ...record('mark', 'issued'), kind: 'request', note: true });
  expect(last()).toMatchObject({ id: '', done: false });
  book.end();
  expect(last()).toMatchObject({ id: '', done: true });
});

test('stays small, whatever happens', async () => {
  const { book, last } = open();
  for (let n = 0; n < 500; n++) await book.keep(record(`job-${n}`, 'created'));
  expect(JSON.stringify(last()).length).toBeLessThan(10_000);
  expect(last()?.id).toBe('job-499');
});

test('knows nothing any more of a job that the operation has removed itself', async () => {
  const { book, last, outputs } = open();
  await book.keep(record('1', 'uploading'));
  await book.keep(record('1', 'abandoned'));
  expect([book.open, last()?.done]).toEqual([[], true]);
  await book.keep(record('2', 'created'));
  expect(last()).toMatchObject({ id: '2', done: false, earlier: [] });
  expect(outputs).toEqual(['job-id=1', 'job-id=2']);
});

test('what was only asked for is no job, but is found again', async () => {
  const asked = { ...record('beside 1 2', 'issued'), kind: 'request', note: true };
  const { book, last, outputs } = open();
  await book.keep(asked);
  expect([book.open, book.isUnclear, outputs]).toEqual([[], true, []]);
  expect(last()).toMatchObject({ id: '', phase: 'creating', done: false });
  expect(await book.earlier(asked.kind, 'f')).toEqual(asked);
  await book.keep({ ...asked, phase: 'refused' });
  expect(book.isUnclear).toBe(false);
  await book.keep(record('3', 'started'));
  expect([book.open.map(({ id }) => id), outputs]).toEqual([['3'], ['job-id=3']]);
});

test('what goes on beside the job, of a kind that steps do not know, is not taken up', () => {
  const { book, states } = open();
  book.waitsFor({ vendor: 'v', kind: 'task', id: '9' });
  expect([states.length, book.open]).toEqual([1, []]);
});
