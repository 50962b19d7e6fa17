import type { Field } from '@modelferry/operation';
import { dataRobot } from '../src/index.ts';

const operations = dataRobot.operations.map((operation) => ({
  name: `${operation.resource}.${operation.name}`,
  operation,
}));

const small = new Set(['a', 'an', 'and', 'by', 'for', 'in', 'of', 'on', 'the', 'to', 'with']);
const isTitleCase = (title: string) =>
  title.split(/[\s-]/).every((word, at) => /^[A-Z0-9]/.test(word) || (at > 0 && small.has(word)));

test('has the operations, the steps of CI, and a way to end its jobs', () => {
  expect(
    operations.map(({ name, operation: { ciStep, cancellable } }) => [name, ciStep, cancellable]),
  ).toEqual([
    ['batchPrediction.score', 'batch-predict', true],
    ['batchPrediction.wait', 'wait', true],
    ['batchPrediction.get', undefined, false],
    ['batchPrediction.abort', undefined, false],
  ]);
  expect(Object.keys(dataRobot.cancels ?? {})).toEqual(['batch-prediction']);
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
  for (const { operation } of operations.slice(0, 2)) {
    const field = (name: string) => operation.inputFields.find((one) => one.name === name);
    expect(field('timeoutMs')).toMatchObject({ kind: 'duration', minMs: 1_000, default: 18_000_000 });
    expect(field('pollIntervalMs')).toMatchObject({ kind: 'duration', minMs: 1_000, default: 15_000 });
    expect(field('downloadResult')).toMatchObject({ kind: 'flag', default: true });
  }
});
