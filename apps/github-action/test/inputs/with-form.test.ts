import { predictionOne, predict, retrain } from '@modelferry/prediction-one';
import { actionFace, type StepOperation } from '../../src/face/index.ts';
import { withForm } from '../../src/inputs/with-form.ts';

const faceOf = (operation: unknown) => actionFace(predictionOne, [], operation as StepOperation);

test('a length of time that is none is repeated, with what would be one', () => {
  const fault = { field: 'timeoutMs', problem: 'must be a length of time' };
  expect(withForm(faceOf(retrain), { INPUT_TIMEOUT: 'soon' }, fault)).toEqual({
    field: 'timeoutMs',
    problem: 'must be a length of time, and is "soon"',
    remedy: 'Write it as 90s, 15m, 2h or 1h 30m.',
  });
});

test('what could be a key is never repeated', () => {
  const fault = { field: 'scoringUrl', problem: 'must be a URL', remedy: 'Take it from the screen.' };
  const given = { 'INPUT_SCORING-URL': 'a-key-in-the-wrong-place' };
  expect(JSON.stringify(withForm(faceOf(predict), given, fault))).not.toContain('a-key');
});

test('a fault of another place stays as it is', () => {
  const fault = { field: 'elsewhere', problem: 'is odd' };
  expect(withForm(faceOf(retrain), {}, fault)).toBe(fault);
});
