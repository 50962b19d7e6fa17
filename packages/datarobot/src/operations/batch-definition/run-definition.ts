import * as v from 'valibot';
import { runDefinition as startByDefinition } from '../../batch/starting/run-definition.ts';
import { tellStarted } from '../../batch/starting/tell-started.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionInput } from '../shared/definition-inputs.ts';
import { startedOutputs } from '../shared/started-outputs.ts';

export const runDefinition = defineOperation({
  resource: 'batchDefinition',
  name: 'run',
  title: 'Run',
  action: 'Run batch definition',
  summary: 'Start a batch job from a batch definition now, whatever its schedule',
  inputs: v.object({ definitionId: definitionInput }),
  outputs: v.object(startedOutputs),
  async run(context, { definitionId }) {
    return tellStarted(context, await startByDefinition(context, definitionId));
  },
});
