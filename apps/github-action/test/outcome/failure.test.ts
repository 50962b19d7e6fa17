import { ApiError, EngineError, InputError } from '@modelferry/http';
import { predictionOne, retrain } from '@modelferry/prediction-one';
import { actionFace, type StepOperation } from '../../src/face/index.ts';
import { failureOf } from '../../src/outcome/failure.ts';

const face = actionFace(predictionOne, [], retrain as unknown as StepOperation);
const fail = (error: unknown) => failureOf(error, face, 'Retrain model');

test('names inputs as the workflow file does, one fault a line', () => {
  const error = new InputError([
    { field: 'trainingData', problem: 'is empty', remedy: 'Give Training Data with rows.' },
    { field: 'timeoutMs', problem: 'is too long' },
    { field: 'region', problem: 'is unknown' },
  ]);
  expect(fail(error)).toMatchObject({
    failure: '3 inputs are wrong.',
    details: [
      'training-data: is empty. Give `training-data` with rows.',
      'timeout: is too long.',
      'region: is unknown.',
    ],
  });
});

test('says what to do next, and the ID of the request where the message does not', () => {
  const error = {
    code: 'server-error',
    status: 500,
    requestId: 'r-1',
    remedy: 'Raise Poll Interval.',
  } as const;
  expect(fail(new ApiError({ ...error, message: 'Could not x.' })).next).toEqual([
    'Raise `poll-interval`.',
    'The request ID is r-1.',
  ]);
  expect(fail(new ApiError({ ...error, message: 'Could not x (request ID r-1).' })).next).toHaveLength(1);
});

test('ends with one full stop', () => {
  const message = 'It ended: The vendor says no..';
  expect(fail(new EngineError({ code: 'job-failed', message })).failure).toBe(
    'It ended: The vendor says no.',
  );
  expect(fail(new EngineError({ code: 'job-failed', message: 'Cut...' })).failure).toBe('Cut...');
});

test('says of what nobody has foreseen that it is so', () => {
  expect(fail(new TypeError('x is not a function'))).toMatchObject({
    failure: 'Could not retrain model: x is not a function',
    next: [expect.stringContaining('not foreseen')],
    stack: expect.stringContaining('TypeError'),
  });
  expect(fail('boom').failure).toBe('Could not retrain model: boom');
});
