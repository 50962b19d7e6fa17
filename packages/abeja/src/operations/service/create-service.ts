import { flag, patienceOf } from '@modelferry/operation';
import * as v from 'valibot';
import { createService as create } from '../../serving/create-service.ts';
import { toServiceChange } from '../../serving/to-service-change.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionInput } from '../shared/definition-input.ts';
import { deploymentInput } from '../shared/deployment-input.ts';
import { modelInput } from '../shared/model-input.ts';
import { serviceOutput, serviceOutputs } from '../shared/service-outputs.ts';
import { codeVersionInput, serviceSettingsInputs } from '../shared/service-settings-inputs.ts';
import { serviceWaitingInputs } from '../shared/service-waiting-inputs.ts';
import { waitForCompletion } from '../shared/wait-for-completion.ts';

export const createService = defineOperation({
  resource: 'service',
  name: 'create',
  title: 'Create',
  action: 'Create service',
  summary: 'Create a service of a deployment, and wait until it is ready; no endpoint is touched',
  inputs: v.object({
    deploymentId: deploymentInput('The deployment that gets the service'),
    versionId: codeVersionInput('The code version that the service runs'),
    definition: v.optional(
      definitionInput('the job definition whose models are listed for choice, where the service gets one'),
    ),
    modelId: v.optional(modelInput('The model that the service answers with; without it, none')),
    waitForCompletion: waitForCompletion('Whether to wait until the service is ready'),
    ...serviceSettingsInputs("the platform's usual"),
    ...serviceWaitingInputs,
  }),
  outputs: v.object({
    ...serviceOutputs,
    pending: flag({
      title: 'Pending',
      description: 'Whether the service was not ready yet when last looked at',
    }),
  }),
  async run(context, given) {
    const { deploymentId, versionId, waitForCompletion } = given;
    const settings = { ...toServiceChange(given), versionId };
    const patience = waitForCompletion ? patienceOf(context.clock, given) : undefined;
    const { service, isReady } = await create(context, { deploymentId, settings, patience });
    return { ...serviceOutput(service, deploymentId), pending: !isReady };
  },
});
