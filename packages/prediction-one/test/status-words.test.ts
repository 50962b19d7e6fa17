import { stateOfStatus } from '../src/jobs/status-words.ts';

const retrain = { finished: 'job_finished' };

test.each([
  ['job_finished', 'succeeded'],
  [' JOB_FINISHED ', 'succeeded'],
  ['finished', 'unknown'],
  ['not_finished', 'unknown'],
  ['sandbox_waiting', 'unknown'],
  ['job_failed', 'failed'],
  ['FAILED', 'failed'],
  ['jobFailed', 'failed'],
  ['fail', 'failed'],
  ['training-error', 'failed'],
  ['aborted', 'failed'],
  ['cancelled', 'cancelled'],
  ['job_canceled', 'cancelled'],
  ['failover_running', 'unknown'],
  ['', 'unknown'],
])('"%s" is %s', (status, state) => {
  expect(stateOfStatus(status, retrain)).toBe(state);
});

test('the words of failure are a setting', () => {
  expect(stateOfStatus('kaput', { ...retrain, failure: ['KAPUT'] })).toBe('failed');
  expect(stateOfStatus('failed', { ...retrain, failure: ['kaput'] })).toBe('unknown');
});
