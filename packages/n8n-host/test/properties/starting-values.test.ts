import { choice, count, file, number, operationsOf } from '@modelferry/operation';
import * as v from 'valibot';
import { operationProperties } from '../../src/properties/index.ts';

const words = { title: 'One', description: 'One of its kind' };
const option = { ...words, advanced: true };

/** The parameters of an operation with these inputs. */
const formOf = (inputs: v.ObjectEntries) =>
  operationProperties(
    operationsOf<never>()({
      ...{ resource: 'row', name: 'score', title: 'Score', action: 'Score rows', summary: 'Score rows' },
      inputs: v.object(inputs as never),
      outputs: v.object({}),
      run: async () => ({}),
    }),
  );

test.each([
  ['a default', v.optional(count({ ...option, min: 1, placeholder: 'e.g. 7' }), 3), 3],
  ['an example', v.optional(count({ ...option, min: 1, placeholder: 'e.g. 8388608' })), 8_388_608],
  ['a broken number as an example', v.optional(number({ ...option, placeholder: 'e.g. 0.5' })), 0.5],
  ['a smallest value alone', v.optional(count({ ...option, min: 1 })), 1],
  ['none of them', v.optional(count(option)), 0],
])('an option with %s begins with it', (_, one, initial) => {
  const options = formOf({ one }).find(({ name }) => name === 'options')?.options;
  expect(options).toEqual([expect.objectContaining({ name: 'one', default: initial })]);
});

test('a file that may be left out begins with none', () => {
  expect(formOf({ one: v.optional(file(words)) })[0]?.default).toBe('none');
});

test('one that is asked for by another choice begins with a place, and cannot be none', () => {
  const source = choice({ ...words, choices: { file: { title: 'File' }, url: { title: 'URL' } } });
  const [, from] = formOf({ source, one: v.optional(file({ ...words, when: { source: 'file' } })) });
  expect(from?.options?.map(({ name }) => name)).toEqual(['Binary Field', 'URL']);
  expect(from?.default).toBe('binary');
});
