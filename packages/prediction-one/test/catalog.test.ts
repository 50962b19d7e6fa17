import type { Field } from '@modelferry/operation';
import { predictionOne } from '../src/index.ts';

const operations = predictionOne.operations.map((operation) => ({
  name: `${operation.resource}.${operation.name}`,
  operation,
}));

const within = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) =>
    field.kind === 'record' || field.kind === 'records' ? [field, ...within(field.fields)] : [field],
  );

const small = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'from',
  'in',
  'is',
  'it',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);
const isTitleCase = (title: string) =>
  title.split(/[\s-]/).every((word, at) => /^[A-Z0-9]/.test(word) || (at > 0 && small.has(word)));

test('has every operation that the vendor allows', () => {
  expect(operations.map(({ name }) => name)).toEqual([
    'model.retrain',
    'model.getRetraining',
    'model.waitForRetraining',
    'model.downloadResult',
    'model.switch',
    'model.train',
    'model.getMany',
    'model.delete',
    'dataSet.getMany',
    'dataSet.getColumns',
    'dataSet.delete',
    'predictionApi.create',
    'predictionApi.getMany',
    'predictionApi.update',
    'predictionApi.delete',
    'prediction.predict',
  ]);
});

describe.each(operations)('the words of $name', ({ operation }) => {
  test('operation', () => {
    expect(isTitleCase(operation.title)).toBe(true);
    expect(operation.action).toMatch(/^[A-Z][^.]*$/);
    expect(operation.summary).toMatch(/^[A-Z].*[^.]$/);
  });

  test.each([...within(operation.inputFields), ...within(operation.outputFields)])('$name', (field) => {
    expect(isTitleCase(field.title)).toBe(true);
    expect(field.description).toMatch(/^[A-Z].*[^.]$/);
    expect(field.description).not.toBe(field.title);
    if (field.kind === 'flag') expect(field.description).toMatch(/^Whether |^The /);
    if (field.placeholder !== undefined) expect(field.placeholder).toMatch(/^e\.g\. /);
  });
});

test('every operation that starts something can be waited for or not', () => {
  const starts = operations.filter(({ name }) =>
    ['model.retrain', 'model.train', 'predictionApi.create', 'predictionApi.update'].includes(name),
  );
  expect(starts).toHaveLength(4);
  for (const { operation } of starts) {
    const field = (name: string) => operation.inputFields.find((one) => one.name === name);
    expect(field('waitForCompletion')).toMatchObject({ kind: 'flag', default: true });
    expect(field('pollIntervalMs')).toMatchObject({ kind: 'duration', minMs: 5_000, default: 30_000 });
    expect(field('timeoutMs')).toMatchObject({ kind: 'duration', default: 10_800_000 });
  }
});
