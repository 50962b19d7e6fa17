import { isAbandoned, isJob, isUnanswered, isUnfinished } from '../src/index.ts';

test.each([
  ['issued', true],
  ['created', true],
  ['uploading', true],
  ['incomplete', true],
  ['uploaded', false],
  ['switching', false],
  ['awaited', false],
])('a job in the phase %s lacks data: %s', (phase, lacks) => {
  expect(isUnfinished({ phase })).toBe(lacks);
});

test('a job that the operation removed itself is abandoned', () => {
  expect([isAbandoned({ phase: 'abandoned' }), isAbandoned({ phase: 'uploaded' })]).toEqual([true, false]);
});

test('a note of what was asked for is no job, and open until it is answered', () => {
  expect([isJob({ note: true }), isJob({ note: false }), isJob({})]).toEqual([false, true, true]);
  expect(isUnanswered({ note: true, phase: 'issued' })).toBe(true);
  expect(isUnanswered({ note: true, phase: 'refused' })).toBe(false);
  // There is an ID: it may be looked at
  expect(isUnanswered({ phase: 'issued' })).toBe(false);
});
