import { choice, flag, reference, text } from '@modelferry/operation';
import * as v from 'valibot';
import { cronProblem } from '../../batch/definitions/cron.ts';
import { unchanged } from '../../batch/settings/adapter-type.ts';
import { remoteIntakeTypes } from '../../batch/settings/intake-types.ts';
import { outputTypes } from '../../batch/settings/output-types.ts';
import type { Rule } from '../../batch/settings/rule.ts';
import { batchSettingsInputs, definitionOnlyInputs } from './batch-settings-inputs.ts';
import { intakeInputs } from './intake-inputs.ts';
import { outputInputs } from './output-inputs.ts';
import { scorerInputs, scorers } from './scorer-inputs.ts';
import { withoutDefaults } from './without-defaults.ts';

/** Names a definition. */
export const definitionInput = reference({
  title: 'Definition',
  description: 'The batch definition',
  lookup: 'batchDefinitions',
  placeholder: 'e.g. 5e7e6a3f8e7d8c0001a1b2c3',
});

const nameWords = { title: 'Name', placeholder: 'e.g. nightly', maxLength: 500 };
const enabledWords = {
  title: 'Enabled',
  description: 'Whether the schedule is active; if not, the definition runs only on demand',
};
const schedule = v.optional(
  text({
    title: 'Schedule',
    description:
      'When to run while Enabled is on, as a cron expression: minute, hour, day of the month, month, day of the week; where both kinds of day are given, either is enough. DataRobot does not document the time zone: Next Scheduled Run Time in the result shows it',
    placeholder: 'e.g. 0 2 * * 1-5',
    problemOf: cronProblem,
  }),
);

/** What a new definition is told. Local files are no source: nobody would send them when a schedule says so. */
export const newDefinitionInputs = {
  name: text({
    ...nameWords,
    description: 'Name of the new definition, which no other one in the organization may have',
  }),
  enabled: v.optional(flag(enabledWords), false),
  schedule,
  scoreWith: v.optional(
    choice({ title: 'Score With', description: 'Which model scores the rows', choices: scorers }),
    'deployment',
  ),
  ...scorerInputs,
  intakeType: choice({
    title: 'Intake Type',
    description: 'Where the rows to score come from',
    choices: remoteIntakeTypes,
  }),
  ...intakeInputs,
  outputType: v.optional(
    choice({ title: 'Output Type', description: 'Where the result goes', choices: outputTypes }),
    'localFile',
  ),
  ...outputInputs,
  ...batchSettingsInputs,
  ...definitionOnlyInputs,
};

const asItIs = { [unchanged]: { title: 'As It Is', description: 'What the definition has now' } } as const;

/** What of a definition can be changed; without a value, it stays as it is. */
export const changedDefinitionInputs = {
  definitionId: definitionInput,
  name: v.optional(text({ ...nameWords, description: 'New name of the definition' })),
  schedule,
  enabled: v.optional(flag({ ...enabledWords, advanced: true })),
  scoreWith: v.optional(
    choice({
      title: 'Score With',
      description: 'Which model scores the rows',
      choices: { ...asItIs, ...scorers },
    }),
    unchanged,
  ),
  ...scorerInputs,
  intakeType: v.optional(
    choice({
      title: 'Intake Type',
      description: 'Where the rows to score come from',
      choices: { ...asItIs, ...remoteIntakeTypes },
    }),
    unchanged,
  ),
  ...intakeInputs,
  outputType: v.optional(
    choice({
      title: 'Output Type',
      description: 'Where the result goes',
      choices: { ...asItIs, ...outputTypes },
    }),
    unchanged,
  ),
  ...outputInputs,
  ...withoutDefaults(batchSettingsInputs),
  ...definitionOnlyInputs,
};

/** A definition that is enabled runs by its schedule (3.14). */
export const enabledNeedsSchedule: Rule = {
  field: 'schedule',
  problem: 'is needed for an enabled definition: give one such as 0 2 * * 1-5, or switch Enabled off',
  holds: ({ enabled, schedule: given }) => enabled !== true || given !== undefined,
};
