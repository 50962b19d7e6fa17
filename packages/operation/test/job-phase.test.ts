import { isAbandoned, isUnfinished } from '../src/index.ts';

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
