import { duration, flag, text, patienceOf } from '@modelferry/operation';
import * as v from 'valibot';
import { checkModel } from '../../switching/check-model.ts';
import { retireService } from '../../switching/retire-service.ts';
import { switchModel as switchTo } from '../../switching/switch-model.ts';
import { toServiceChange } from '../../serving/to-service-change.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { deploymentInput } from '../shared/deployment-input.ts';
import { endpointInput } from '../shared/endpoint-input.ts';
import { gateInputs, gateOf, hasThreshold } from '../shared/gate-inputs.ts';
import { gateOutputs } from '../shared/gate-outputs.ts';
import { modelInputs } from '../shared/model-input.ts';
import { sampleInput } from '../shared/sample-input.ts';
import { codeVersionInput, serviceSettingsInputs } from '../shared/service-settings-inputs.ts';
import { serviceWaitingInputs } from '../shared/service-waiting-inputs.ts';
import { switchOutputs } from '../shared/switch-outputs.ts';

const otherwise = 'as the service that answers now';

const inputs = v.pipe(
  v.object({
    deploymentId: deploymentInput('The deployment that answers with another model from now on'),
    endpoint: endpointInput,
    ...modelInputs('serve'),
    ...gateInputs,
    sampleFile: sampleInput,
    stopPrevious: v.optional(
      flag({
        title: 'Stop Previous',
        description:
          'Whether to stop the old service after the switch, unless another endpoint points to it; the way back then takes as long as a start',
      }),
      false,
    ),
    graceMs: v.optional(
      duration({
        title: 'Grace Period',
        description: 'How long the old service goes on after the switch, where it is to be stopped',
        minMs: 0,
        maxMs: 3_600_000,
        advanced: true,
      }),
      60_000,
    ),
    versionId: v.optional(
      codeVersionInput(`The code version that the new service runs; without it, ${otherwise}`),
    ),
    ...serviceSettingsInputs(otherwise),
    ...serviceWaitingInputs,
  }),
  v.forward(
    v.partialCheck(
      [['metricName'], ['metricThreshold']],
      hasThreshold,
      'is required where Metric Name is given',
    ),
    ['metricThreshold'],
  ),
);

export const switchModel = defineOperation({
  resource: 'service',
  name: 'switchModel',
  title: 'Switch Model',
  action: 'Switch model of service',
  summary:
    'Let an endpoint answer with another model: create a service for it, wait until it is ready, try it, switch, and keep the way back',
  ciStep: 'switch-service',
  inputs,
  outputs: v.object({
    ...switchOutputs,
    ...gateOutputs,
    previousStopped: flag({
      title: 'Previous Stopped',
      description: 'Whether the old service was stopped',
    }),
    modelId: text({ title: 'Model ID', description: 'ID of the model' }),
  }),
  async run(context, given) {
    const { deploymentId, endpoint, definition, modelId, sampleFile: sample } = given;
    const patience = patienceOf(context.clock, given);
    const gate = await checkModel(context, { jobDefinition: definition, modelId, gate: gateOf(given) });
    const told = { deploymentId, endpoint, modelId, metricValue: gate?.metricValue };
    if (gate && !gate.goodEnough) {
      const nothing = { switched: false, alreadyCurrent: false, pending: false, previousStopped: false };
      return { ...told, ...nothing, goodEnough: false };
    }
    const change = { ...toServiceChange(given), modelId };
    const wanted = { deploymentId, endpoint, change, sample, patience };
    const { outcome, service, previousServiceId, sampleAnswer } = await switchTo(context, wanted);
    const mayStop = given.stopPrevious && previousServiceId !== undefined;
    const previousStopped =
      mayStop &&
      (await retireService(context, { deploymentId, serviceId: previousServiceId }, given.graceMs));
    return {
      ...told,
      goodEnough: true,
      switched: outcome === 'switched',
      alreadyCurrent: outcome === 'already-current',
      pending: outcome === 'pending',
      serviceId: service.serviceId,
      status: service.status,
      previousServiceId,
      sampleAnswer,
      previousStopped,
    };
  },
});
