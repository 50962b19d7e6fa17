import { readJobState, type JobState } from '../../src/state/job-state.ts';

const state: JobState = {
  vendor: 'datarobot',
  step: 'wait',
  kind: 'batch-prediction',
  id: '7',
  phase: 'uploaded',
  policy: 'abort',
  done: false,
  earlier: [{ kind: 'batch-prediction', id: '6', phase: 'created' }],
};

test('reads what was written', () => {
  expect(readJobState(JSON.stringify(state))).toEqual(state);
});

test.each([undefined, '', 'x', '{}', 'null', '[]', JSON.stringify({ ...state, id: 7 })])(
  'takes %j for no state',
  (text) => {
    expect(readJobState(text)).toBeUndefined();
  },
);

test('a policy it does not know ends nothing', () => {
  expect(readJobState(JSON.stringify({ ...state, policy: 'explode' }))?.policy).toBe('detach');
});
