import { notOneOf } from '../src/not-one-of.ts';

const words = ['error', 'warn', 'ignore'];

test.each([
  ['wran', { problem: 'must be one of error, warn, ignore, not "wran"', remedy: 'Perhaps "warn" is meant.' }],
  ['shout', { problem: 'must be one of error, warn, ignore, not "shout"', remedy: undefined }],
  ['k'.repeat(31), { problem: 'must be one of error, warn, ignore' }],
])('%s', (given, fault) => {
  expect(notOneOf(given, words)).toEqual(fault);
});

test('a problem may be said in other words', () => {
  expect(notOneOf('wran', words, 'must hold only these').problem).toBe('must hold only these, not "wran"');
});
