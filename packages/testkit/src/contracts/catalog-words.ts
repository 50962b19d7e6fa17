import type { Field, Operation } from '@modelferry/operation';

/** Words that a title writes small, but for its first. */
const small = new Set([
  ...[
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
  ],
]);

const isTitleCase = (title: string): boolean =>
  title.split(/[\s-]/).every((word, at) => /^[A-Z0-9]/.test(word) || (at > 0 && small.has(word)));

const within = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) =>
    field.kind === 'record' || field.kind === 'records' ? [field, ...within(field.fields)] : [field],
  );

/** The words by which hosts show a catalog: every title in Title Case, every sentence without its full stop. */
export function catalogWordsContract(operations: readonly Operation[]): void {
  describe.each(
    operations.map((operation) => [`${operation.resource}.${operation.name}`, operation] as const),
  )('the words of %s', (_, { title, action, summary, inputFields, outputFields }) => {
    test('operation', () => {
      expect(isTitleCase(title)).toBe(true);
      expect(action).toMatch(/^[A-Z][^.]*$/);
      expect(summary).toMatch(/^[A-Z].*[^.]$/);
    });

    test.each([...within(inputFields), ...within(outputFields)])('$name', (field) => {
      expect(isTitleCase(field.title)).toBe(true);
      expect(field.description).toMatch(/^[A-Z].*[^.]$/);
      expect(field.description).not.toBe(field.title);
      if (field.kind === 'flag') expect(field.description).toMatch(/^Whether |^The /);
      if (field.placeholder !== undefined) expect(field.placeholder).toMatch(/^e\.g\. /);
    });
  });
}
