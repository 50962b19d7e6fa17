import * as v from 'valibot';
import { readCron } from '../../batch/definitions/cron.ts';
import { describeDefinition } from '../../batch/definitions/describe-definition.ts';
import { updateDefinition as changeDefinition } from '../../batch/definitions/update-definition.ts';
import { intakeRules } from '../../batch/settings/intake-rules.ts';
import { outputRules } from '../../batch/settings/output-rules.ts';
import { scorerRules } from '../../batch/settings/scorer.ts';
import { settingsRules } from '../../batch/settings/settings-rules.ts';
import { toRequestPart } from '../../batch/settings/to-request.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { changedDefinitionInputs } from '../shared/definition-inputs.ts';
import { definitionOutputs } from '../shared/definition-outputs.ts';
import { withRules } from '../shared/with-rules.ts';

const inputs = withRules(v.object(changedDefinitionInputs), [
  ...scorerRules,
  ...intakeRules,
  ...outputRules,
  ...settingsRules,
]);

export const updateDefinition = defineOperation({
  resource: 'batchDefinition',
  name: 'update',
  title: 'Update',
  action: 'Update batch definition',
  summary: 'Change a batch definition; what is not given stays as it is',
  inputs,
  outputs: v.object(definitionOutputs),
  async run(context, given) {
    const { definitionId, name, enabled, schedule } = given;
    const definition = await changeDefinition(context, definitionId, {
      ...{ name, enabled, schedule: schedule === undefined ? undefined : readCron(schedule) },
      ...toRequestPart(given),
    });
    return describeDefinition(definition);
  },
});
