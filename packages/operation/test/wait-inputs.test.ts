import * as v from 'valibot';
import { describe as describeFields, waitInputs } from '../src/index.ts';

const inputs = waitInputs({
  description: 'How long to wait',
  timeoutMs: 60_000,
  maxTimeoutMs: 120_000,
  pollIntervalMs: 10_000,
});

test('gives what a wait needs where nothing is said', () => {
  expect(v.parse(v.object(inputs), {})).toEqual({ timeoutMs: 60_000, pollIntervalMs: 10_000 });
});

test('bounds both, and asks for them among the options', () => {
  expect(describeFields(inputs)).toMatchObject([
    { name: 'timeoutMs', kind: 'duration', minMs: 1_000, maxMs: 120_000, advanced: true },
    { name: 'pollIntervalMs', kind: 'duration', minMs: 1_000, maxMs: 3_600_000, advanced: true },
  ]);
});

test('looks as seldom as a vendor wants it', () => {
  const pollDescription = 'Pause between two looks';
  const seldom = waitInputs({
    ...{ description: '', timeoutMs: 60_000, maxTimeoutMs: 120_000, pollIntervalMs: 10_000 },
    ...{ minPollIntervalMs: 5_000, pollDescription },
  });
  expect(describeFields(seldom)[1]).toMatchObject({ minMs: 5_000, description: pollDescription });
});
