import type { ActionInput } from '../../src/face/index.ts';
import { loginFaults } from '../../src/inputs/login-faults.ts';

const input = (name: string, login?: string): ActionInput => ({
  ...{ name, login, type: 'string', description: '', required: false },
  secret: name.endsWith('token'),
});
const inputs = [
  input('endpoint'),
  input('user', 'user'),
  input('user-token', 'user'),
  input('job-token', 'job'),
];
const faults = (...given: readonly string[]) => loginFaults(inputs, new Set(given));

test.each([[['user', 'user-token']], [['job-token']], [['endpoint', 'job-token']]])(
  'nothing is wrong with one way in, whole: %j',
  (given) => expect(faults(...given)).toEqual([]),
);

test('where there is none, all are named', () =>
  expect(faults('endpoint')).toEqual([
    {
      field: 'user',
      problem: 'is required',
      remedy: expect.stringMatching(/^Give `user` and `user-token`, or `job-token`\. Pass it from secrets/),
    },
  ]));

test.each([
  ['user', 'user-token', { remedy: expect.stringContaining('secrets') }],
  ['user-token', 'user', {}],
])('with %s alone, %s is missing', (given, field, more) =>
  expect(faults(given)).toEqual([{ field, problem: `is required with \`${given}\``, ...more }]),
);

test('a second way in is one too many, begun or whole', () =>
  expect(faults('user', 'user-token', 'job-token')).toEqual([
    { field: 'job-token', problem: 'must be left out beside `user` and `user-token`: one way in is enough' },
  ]));

test('a vendor with a single way in is asked nothing', () =>
  expect(loginFaults([input('api-token')], new Set())).toEqual([]));
