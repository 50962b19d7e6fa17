import * as v from 'valibot';
import type { Given } from '../../batch/settings/adapter-type.ts';
import type { Rule } from '../../batch/settings/rule.ts';

/** Puts rules between inputs behind their schema. Each is told under the input that is to be changed, and all at once. */
export const withRules = <Entries extends v.ObjectEntries>(
  schema: v.ObjectSchema<Entries, undefined>,
  rules: readonly Rule[],
) =>
  v.pipe(
    schema,
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const given: Given = dataset.value;
      for (const { field, problem, holds } of rules) {
        if (holds(given)) continue;
        const at = {
          type: 'object',
          origin: 'value',
          input: given,
          key: field,
          value: given[field],
        } as const;
        addIssue({ message: problem, path: [at] });
      }
    }),
  );
