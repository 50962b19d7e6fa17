import * as v from 'valibot';
import { trainSettingsRules, type TrainSettings } from '../../training/train-config-rules.ts';

interface Rule<Value> {
  readonly field: string;
  readonly problem: string;
  holds(value: Value): boolean;
}

/**
 * Puts the rules between the settings of a training behind a schema of inputs. Each is told under the input that is to be
 * changed, and all of them at once.
 */
export function withTrainRules<Entries extends v.ObjectEntries>(
  schema: v.ObjectSchema<Entries, undefined>,
  more: readonly Rule<v.InferOutput<v.ObjectSchema<Entries, undefined>>>[],
) {
  type Value = v.InferOutput<v.ObjectSchema<Entries, undefined>>;
  const rules: readonly Rule<Value>[] = [
    ...trainSettingsRules.map((rule): Rule<Value> => ({
      ...rule,
      holds: (value) => rule.holds(value as unknown as TrainSettings),
    })),
    ...more,
  ];
  return v.pipe(
    schema,
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const { value } = dataset;
      for (const { field, problem, holds } of rules) {
        if (holds(value)) continue;
        addIssue({
          message: problem,
          path: [
            {
              type: 'object',
              origin: 'value',
              input: value,
              key: field,
              value: (value as Record<string, unknown>)[field],
            },
          ],
        });
      }
    }),
  );
}
