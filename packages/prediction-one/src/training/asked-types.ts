import type { InputFault } from '@modelferry/http';

const form = /^(.+?)\s*=\s*([a-z][a-z_]*)$/i;

/** Whether every entry has the form `age=float`. */
export const areAskedTypes = (entries: readonly string[]): boolean =>
  entries.every((entry) => form.test(entry));

/** Types by column name, out of entries such as `age=float`. */
export const askedTypes = (entries: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    entries.map((entry) => {
      const [, name = entry, type = 'string'] = form.exec(entry) ?? [];
      return [name, type.toLowerCase()];
    }),
  );

/** Types asked for columns that are not there. */
export const strayTypes = (
  asked: Readonly<Record<string, string>>,
  columns: readonly string[],
): readonly InputFault[] =>
  Object.keys(asked)
    .filter((name) => !columns.includes(name))
    .map((name) => ({
      field: 'columnTypes',
      problem: `the training data has no column "${name}"`,
      remedy: 'Write the name as the header has it.',
    }));
