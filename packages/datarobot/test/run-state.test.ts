import { runState } from '../src/retraining/run-state.ts';

describe('what is known of a run', () => {
  const at = '2027-01-15T08:00:00Z';
  test.each([
    ['queued', {}, 'waiting'],
    ['RUNNING', {}, 'running'],
    ['SUCCESS', {}, 'succeeded'],
    ['Completed', { errorMessage: '' }, 'succeeded'],
    ['completed', { errorMessage: 'no rows' }, 'failed'],
    ['training', { errorMessage: 'one model failed' }, 'running'],
    ['timed_out', {}, 'running'],
    ['timed_out', { finishTime: at }, 'failed'],
    ['deployed', { finishTime: at }, 'succeeded'],
    ['CANCELLING', {}, 'running'],
    ['Canceled', {}, 'cancelled'],
    ['WAS_ABORTED', { finishTime: at }, 'cancelled'],
    [undefined, { finishTime: at }, 'succeeded'],
    ['constructor', {}, 'running'],
    [undefined, {}, 'running'],
  ])('%s %j: %s', (status, more, state) => {
    expect(runState({ id: 'r1', status, ...more } as Parameters<typeof runState>[0])).toBe(state);
  });
});
