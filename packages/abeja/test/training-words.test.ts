import * as fc from 'fast-check';
import { handlerFits, handlerProblem } from '../src/training/grammar/handler.ts';
import { imageProblem } from '../src/training/grammar/image.ts';
import { instanceTypeProblem } from '../src/training/grammar/instance-type.ts';
import {
  datasetAliases,
  environmentNames,
  nameValuesProblem,
  toNameValues,
} from '../src/training/grammar/name-values.ts';
import { jobState } from '../src/training/job-state.ts';

test.each([
  ['train:handler', true],
  ['train', true],
  ['src/pack.train:run_it', true],
  ['train:', false],
  ['train:1', false],
  ['train handler', false],
])('the handler %s: %s', (handler, fits) => {
  expect(handlerProblem(handler) === undefined).toBe(fits);
});

test('only images of one release take a file alone', () => {
  expect(handlerFits('train', 'abeja-inc/all-cpu:20.02a')).toBe(true);
  expect(handlerFits('train', 'abeja-inc/all-cpu:20.10')).toBe(false);
  expect(handlerFits('train:handler', 'abeja-inc/all-cpu:20.10')).toBe(true);
});

test.each([
  ['abeja-inc/all-cpu:19.04', true],
  ['abeja-inc/all-gpu', true],
  ['custom/1200123565071/name:1.0_b', true],
  ['registry.example:5000/team/image:latest', true],
  ['all-cpu:19.04', false],
  ['a/b/c/d', false],
  ['abeja-inc/', false],
  ['a b/c', false],
])('the image %s: %s', (image, fits) => {
  expect(imageProblem(image) === undefined).toBe(fits);
});

test.each([
  ...['cpu-0.25', 'cpu-1', 'cpu-16', 'gpu-1', 'gpu:a-1', 'gpu:b-8'].map((type) => [type, true] as const),
  ...['cpu', 'cpu-', 'gpu:e-1', 'tpu-1', 'cpu-1x'].map((type) => [type, false] as const),
])('the instance type %s: %s', (type, fits) => {
  expect(instanceTypeProblem(type) === undefined).toBe(fits);
});

describe('names and values', () => {
  test('are lines or JSON, and say the same', () => {
    const wanted = { A: '1', b_2: 'x=y, z' };
    expect(toNameValues('A=1\n\n b_2 = x=y, z \r\n')).toEqual(wanted);
    expect(toNameValues('{"A": 1, "b_2": "x=y, z"}')).toEqual(wanted);
    expect(toNameValues(undefined)).toBeUndefined();
  });

  test.each([
    ['A', environmentNames],
    ['=1', environmentNames],
    ['1A=1', environmentNames],
    ['a-b=1', environmentNames],
    ['A=1\nA=2', environmentNames],
    ['{"A": {}}', environmentNames],
    ['{"A": 1', environmentNames],
    ['a.b=1', datasetAliases],
  ])('%j is refused', (text, rules) => {
    expect(nameValuesProblem(text, rules)).toMatch(/^must /);
  });

  test('a dataset alias may have a hyphen', () => {
    expect(nameValuesProblem('a-b=1', datasetAliases)).toBeUndefined();
  });

  test('whatever is written comes back, and no problem repeats a value', () => {
    const name = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,8}$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.string()), (pairs) => {
        const text = JSON.stringify(pairs);
        expect(nameValuesProblem(text, environmentNames)).toBeUndefined();
        expect({ ...toNameValues(text) }).toEqual({ ...pairs });
      }),
    );
    expect(nameValuesProblem('1=hidden-value', environmentNames)).not.toContain('hidden-value');
  });
});

test.each([
  ['Pending', 'waiting'],
  ['Active', 'running'],
  ['Complete', 'succeeded'],
  ['FAILED', 'failed'],
  ['Stopped', 'cancelled'],
  ['Provisioning', 'unknown'],
  ['constructor', 'unknown'],
])('%s is %s', (status, state) => {
  expect(jobState(status)).toBe(state);
});
