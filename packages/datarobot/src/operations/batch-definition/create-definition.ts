import * as v from 'valibot';
import { createDefinition as makeDefinition } from '../../batch/definitions/create-definition.ts';
import { readCron } from '../../batch/definitions/cron.ts';
import { describeDefinition } from '../../batch/definitions/describe-definition.ts';
import { intakeRules } from '../../batch/settings/intake-rules.ts';
import { outputRules } from '../../batch/settings/output-rules.ts';
import { scorerRules } from '../../batch/settings/scorer.ts';
import { settingsRules } from '../../batch/settings/settings-rules.ts';
import { toRequest } from '../../batch/settings/to-request.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { enabledNeedsSchedule, newDefinitionInputs } from '../shared/definition-inputs.ts';
import { definitionOutputs } from '../shared/definition-outputs.ts';
import { withRules } from '../shared/with-rules.ts';

const inputs = withRules(v.object(newDefinitionInputs), [
  enabledNeedsSchedule,
  ...scorerRules,
  ...intakeRules,
  ...outputRules,
  ...settingsRules,
]);

export const createDefinition = defineOperation({
  resource: 'batchDefinition',
  name: 'create',
  title: 'Create',
  action: 'Create batch definition',
  summary: 'Save a batch job that runs on a schedule or on demand',
  inputs,
  outputs: v.object(definitionOutputs),
  async run(context, given) {
    const { name, enabled, schedule } = given;
    const definition = await makeDefinition(context, {
      ...{ name, enabled, request: toRequest(given) },
      ...(schedule !== undefined && { schedule: readCron(schedule) }),
    });
    if (schedule !== undefined && !enabled) {
      const message = `The schedule of "${name}" is not followed, since the definition is not enabled: it runs when asked for.`;
      context.progress({ type: 'warning', message });
    }
    return describeDefinition(definition);
  },
});
