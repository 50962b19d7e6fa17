import { SandboxClock } from '../src/clock.ts';
import { Job } from '../src/prediction-one/job.ts';
import type { Outcome } from '../src/prediction-one/job.ts';

const outcomeOf = (id: number) => ({ model: { id } }) as Outcome;

/** A fit that ends when it is told to. */
function fit() {
  let done: (id: number) => void = () => undefined;
  const outcome = new Promise<Outcome>((resolve) => (done = (id) => resolve(outcomeOf(id))));
  return { run: () => outcome, done };
}

function polled(job: Job, times = 3): Job {
  for (let polls = 0; polls < times; polls += 1) job.poll();
  return job;
}

it('goes step by step, and ends only once the fit is done', async () => {
  const job = new Job(new SandboxClock());
  const { run, done } = fit();
  expect(polled(job).state()).toBe('issued');
  job.start(run);
  const seen = [];
  for (let polls = 0; polls < 4; polls += 1) seen.push(polled(job, 1).state());
  expect(seen).toEqual(['waiting', 'running', 'running', 'running']);
  done(1);
  await job.settle();
  expect([job.state(), job.state(true), job.outcome]).toEqual(['finished', 'running', outcomeOf(1)]);
});

it('fails with the reason of the fit', async () => {
  const job = new Job(new SandboxClock());
  job.start(() => Promise.reject(new Error('no luck')));
  await polled(job).settle();
  expect([job.state(), job.failure]).toEqual(['failed', 'no luck']);
});

it('hears nothing of a fit that was begun again', async () => {
  const job = new Job(new SandboxClock());
  const [first, second] = [fit(), fit()];
  job.start(first.run);
  job.start(second.run);
  second.done(2);
  await polled(job).settle();
  first.done(1);
  await first.run();
  expect([job.trainingsStarted, job.outcome]).toEqual([2, outcomeOf(2)]);
});

it('stays failed when it was made to fail', async () => {
  const job = new Job(new SandboxClock());
  const { run, done } = fit();
  job.start(run);
  job.fail('planned');
  done(1);
  await polled(job).settle();
  expect([job.state(), job.failure, job.outcome]).toEqual(['failed', 'planned', undefined]);
});
