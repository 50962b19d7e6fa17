import { goOnLater } from '../../src/cancel/go-on-later.ts';
import { loadStep } from '../../src/step.ts';

test.each([
  ['upload-dataset', 'dataset', 'c1/status/t1', /AI Catalog: .* again would upload it a second time/],
  ['replace-model', 'model-replacement', 'd1/t1', /Run this step again: it waits/],
])('of what no step waits for, %s says what helps', async (name, kind, id, told) => {
  const step = await loadStep('datarobot', name);
  expect(goOnLater(step, {}, { kind, id })).toEqual({ next: [expect.stringMatching(told)] });
});

test('else it names the step that waits', async () => {
  const step = await loadStep('datarobot', 'batch-predict');
  expect(goOnLater(step, {}, { kind: 'batch-prediction', id: '6650' }, 'Use this step:')).toEqual({
    next: ['Use this step:'],
    snippet: expect.stringContaining('job-id: "6650"'),
  });
  expect(goOnLater(step, {}, { kind: 'task', id: '1' })).toEqual({});
});
