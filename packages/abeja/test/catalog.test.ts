import type { Field } from '@modelferry/operation';
import { abeja } from '../src/index.ts';

const operations = abeja.operations.map((operation) => ({
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

test('has the operations on training jobs, and a way to end them', () => {
  expect(stepsOf('job')).toEqual([
    ['run', 'train', true],
    ['create', undefined, false],
    ['wait', 'wait', true],
    ['get', undefined, false],
    ['getMany', undefined, false],
    ['stop', undefined, false],
    ['getResult', undefined, false],
    ['downloadResult', undefined, false],
    ['updateStatistics', undefined, false],
    ['archive', undefined, false],
    ['unarchive', undefined, false],
  ]);
  expect(Object.keys(abeja.cancels ?? {})).toContain('training-job');
});

test('has the operations on job definitions and their versions', () => {
  expect(stepsOf('definition').map(([name]) => name)).toEqual([
    'create',
    'get',
    'getMany',
    'delete',
    'archive',
    'unarchive',
  ]);
  expect(stepsOf('version').map(([name]) => name)).toEqual([
    'create',
    'get',
    'getMany',
    'update',
    'downloadSource',
    'delete',
    'archive',
    'unarchive',
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
