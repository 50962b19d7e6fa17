import type { Field } from '@modelferry/operation';
import { dataRobot } from '../src/index.ts';

const operations = dataRobot.operations.map((operation) => ({
  name: `${operation.resource}.${operation.name}`,
  operation,
}));

const small = new Set(['a', 'an', 'and', 'by', 'for', 'in', 'of', 'on', 'the', 'to', 'with']);
const isTitleCase = (title: string) =>
  title.split(/[\s-]/).every((word, at) => /^[A-Z0-9]/.test(word) || (at > 0 && small.has(word)));

/** Name, step of CI, whether its job can be ended. */
const stepsOf = (resource: string) =>
  operations
    .filter(({ operation }) => operation.resource === resource)
    .map(({ operation: { name, ciStep, cancellable } }) => [name, ciStep, cancellable]);

test('has the operations on batch predictions, and a way to end their jobs', () => {
  expect(stepsOf('batchPrediction')).toEqual([
    ['score', 'batch-predict', true],
    ['create', undefined, false],
    ['uploadData', undefined, true],
    ['finalize', undefined, true],
    ['wait', 'wait', true],
    ['downloadResult', undefined, false],
    ['get', undefined, false],
    ['getMany', undefined, false],
    ['abort', undefined, false],
    ['rerun', undefined, false],
  ]);
  expect(Object.keys(dataRobot.cancels ?? {})).toContain('batch-prediction');
});

test('has the operations on datasets and deployments', () => {
  expect(stepsOf('dataset')).toEqual([
    ['upload', 'upload-dataset', false],
    ['uploadVersion', 'upload-dataset-version', false],
    ['get', undefined, false],
    ['getMany', undefined, false],
    ['delete', undefined, false],
  ]);
  expect(stepsOf('deployment')).toEqual([
    ['get', undefined, false],
    ['getMany', undefined, false],
    ['getFeatures', undefined, false],
    ['validateModel', undefined, false],
    ['replaceModel', 'replace-model', false],
  ]);
});

describe.each(operations)('the words of $name', ({ operation }) => {
  test('operation', () => {
    expect(isTitleCase(operation.title)).toBe(true);
    expect(operation.action).toMatch(/^[A-Z][^.]*$/);
    expect(operation.summary).toMatch(/^[A-Z].*[^.]$/);
  });

  test.each<Field>([...operation.inputFields, ...operation.outputFields])('$name', (field) => {
    expect(isTitleCase(field.title)).toBe(true);
    expect(field.description).toMatch(/^[A-Z].*[^.]$/);
    expect(field.description).not.toBe(field.title);
    if (field.kind === 'flag') expect(field.description).toMatch(/^Whether /);
    if (field.placeholder !== undefined) expect(field.placeholder).toMatch(/^e\.g\. /);
  });
});

test('waits for 5 hours at most, and looks every 15 s in the end', () => {
  const waiting = ['batchPrediction.score', 'batchPrediction.wait'];
  for (const { operation } of operations.filter(({ name }) => waiting.includes(name))) {
    const field = (name: string) => operation.inputFields.find((one) => one.name === name);
    expect(field('timeoutMs')).toMatchObject({ kind: 'duration', minMs: 1_000, default: 18_000_000 });
    expect(field('pollIntervalMs')).toMatchObject({ kind: 'duration', minMs: 1_000, default: 15_000 });
    expect(field('downloadResult')).toMatchObject({ kind: 'flag', default: true });
  }
});
