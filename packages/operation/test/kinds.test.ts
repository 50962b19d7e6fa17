import * as v from 'valibot';
import { bytesSource } from '@modelferry/upload';
import {
  choice,
  count,
  describe as describeEntries,
  figures,
  file,
  link,
  number,
  parseInputs,
  record,
  records,
  reference,
  rows,
  savedFile,
  text,
  texts,
} from '../src/index.ts';

const words = { title: 'X', description: 'Something' };

/** What is wrong with one value, or undefined when nothing is. */
function problemWith(schema: v.GenericSchema, value: unknown): string | undefined {
  const entries = { x: schema };
  try {
    parseInputs(v.object(entries), describeEntries(entries), { x: value });
    return undefined;
  } catch (error) {
    return (error as { faults: { problem: string }[] }).faults[0]?.problem;
  }
}

test.each([
  ['text', text(words), 'a', undefined],
  ['text', text(words), '  ', 'must not be empty'],
  ['text', text(words), 5, 'must be text'],
  ['text', text({ ...words, maxLength: 2 }), 'abc', 'must have at most 2 characters'],
  ['text', text({ ...words, pattern: /^a/, patternHint: 'a word in a' }), 'b', 'must be a word in a'],
  ['text', text({ ...words, problemOf: (value) => (value === 'b' ? 'is b' : undefined) }), 'b', 'is b'],
  ['text', text({ ...words, problemOf: (value) => (value === 'b' ? 'is b' : undefined) }), 'a', undefined],
  ['count', count({ ...words, min: 1 }), 0, 'must be at least 1'],
  ['count', count({ ...words, max: 9 }), 10, 'must be at most 9'],
  ['count', count(words), 1.5, 'must be a whole number'],
  ['count', count(words), Number.NaN, 'must be a number'],
  ['number', number(words), Infinity, 'must be a finite number'],
  ['number', number({ ...words, min: 0, max: 1 }), 0.5, undefined],
  [
    'choice',
    choice({ ...words, choices: { a: { title: 'A' }, b: { title: 'B' } } }),
    'c',
    'must be one of a, b, not "c"',
  ],
  ['texts', texts(words), ['a', ''], 'must not hold empty text'],
  ['texts', texts({ ...words, choices: { a: { title: 'A' } } }), ['z'], 'must hold only a, not "z"'],
  ['texts', texts(words), 'a', 'must be a list'],
  ['texts', texts({ ...words, pattern: /^a/, patternHint: 'words in a' }), ['ab', ' a '], undefined],
  [
    'texts',
    texts({ ...words, pattern: /^a/, patternHint: 'words in a' }),
    ['ab', 'b'],
    'must hold only words in a',
  ],
  ['texts', texts({ ...words, pattern: /^a/ }), ['b'], 'must hold only text of the documented form'],
  [
    'reference',
    reference({ ...words, lookup: 'l', pattern: /^\d+$/, patternHint: 'digits' }),
    'x',
    'must be digits',
  ],
  ['reference', reference({ ...words, lookup: 'l' }), '..', 'must be an ID'],
  ['link', link(words), 'https://a.example/x?y', undefined],
  ['link', link(words), 'ftp://a.example', 'must be a URL that starts with https://'],
  ['file', file(words), bytesSource('a.csv', new Uint8Array()), undefined],
  ['file', file(words), 'a.csv', 'must be a file'],
  ['rows', rows(words), [{ a: 1, b: null, c: 'x', d: true }], undefined],
  ['rows', rows(words), [], 'must have at least one row'],
  ['rows', rows(words), [{ a: {} }], 'must hold text, numbers, switches or nothing'],
  ['rows', rows(words), ['a'], 'must be a table row'],
])('%s', (_kind, schema, value, problem) => {
  expect(problemWith(schema, value)).toBe(problem);
});

test("figures are values whose shape is the vendor's, and said to be few", () => {
  const entries = { metrics: v.optional(figures(words)) };
  expect(describeEntries(entries)).toEqual([
    { ...words, name: 'metrics', required: false, kind: 'any', isFigures: true },
  ]);
});

test('a file says how a folder becomes one', () => {
  const folder = { ignoreFiles: ['.gitignore'] };
  expect(describeEntries({ code: file({ ...words, folder }) })).toEqual([
    { ...words, name: 'code', required: true, kind: 'file', folder },
  ]);
});

test('records describe the fields inside them', () => {
  const entries = {
    one: record({ ...words, entries: { id: text(words) } }),
    many: v.optional(records({ ...words, entries: { id: text(words), file: v.optional(savedFile(words)) } })),
  };
  expect(describeEntries(entries)).toEqual([
    expect.objectContaining({
      name: 'one',
      kind: 'record',
      required: true,
      fields: [expect.objectContaining({ name: 'id' })],
    }),
    expect.objectContaining({
      name: 'many',
      kind: 'records',
      required: false,
      fields: [
        expect.objectContaining({ name: 'id', required: true }),
        expect.objectContaining({ name: 'file', kind: 'saved-file', required: false }),
      ],
    }),
  ]);
});

test('an entry that no builder made is refused', () => {
  expect(() => describeEntries({ x: v.string() })).toThrow('The entry "x" has no metadata');
});
