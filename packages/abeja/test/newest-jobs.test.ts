import * as fc from 'fast-check';
import type { Job } from '../src/index.ts';
import { newestJobs } from '../src/training/newest-jobs.ts';

const at = (second: number) =>
  ({ jobId: String(second), createdAt: `2027-01-15T08:00:${String(second).padStart(2, '0')}Z` }) as Job;

/** A list that tells how far it was read. */
function listOf(seconds: readonly number[]) {
  const read: number[] = [];
  async function* entries() {
    for (const second of seconds) {
      read.push(second);
      yield at(second);
    }
  }
  return { entries: entries(), read };
}
const wish = { returnAll: false, limit: 2, isWanted: () => true };
const idsOf = (jobs: readonly Job[]) => jobs.map(({ jobId }) => Number(jobId));

test('the newest first: no more is read than tells so', async () => {
  const { entries, read } = listOf([9, 8, 7, 6, 5]);
  expect(idsOf(await newestJobs(entries, wish))).toEqual([9, 8]);
  expect(read).toEqual([9, 8, 7]);
});

test('the oldest first: all is read', async () => {
  const { entries, read } = listOf([1, 2, 3, 4]);
  expect(idsOf(await newestJobs(entries, { ...wish, limit: 1 }))).toEqual([4]);
  expect(read).toHaveLength(4);
});

test('what is not wanted does not count', async () => {
  const isWanted = ({ jobId }: Job) => Number(jobId) % 2 === 0;
  expect(idsOf(await newestJobs(listOf([9, 8, 7, 6, 5, 4]).entries, { ...wish, isWanted }))).toEqual([8, 6]);
});

test('jobs that do not say when they were made stay in their order', async () => {
  async function* entries() {
    yield { jobId: 'a' } as Job;
    yield { jobId: 'b' } as Job;
  }
  expect((await newestJobs(entries(), wish)).map(({ jobId }) => jobId)).toEqual(['a', 'b']);
});

test('all that is wanted is there, in whatever order it came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(59)), async (seconds) => {
      const jobs = await newestJobs(listOf(seconds).entries, { ...wish, returnAll: true });
      expect(idsOf(jobs)).toEqual(seconds.toSorted((a, b) => b - a));
    }),
  );
});
