import { patienceOf } from '@modelferry/operation';
import * as v from 'valibot';
import { rollBack as goBack } from '../../switching/roll-back.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { deploymentInput } from '../shared/deployment-input.ts';
import { endpointInput } from '../shared/endpoint-input.ts';
import { sampleInput } from '../shared/sample-input.ts';
import { serviceInput } from '../shared/service-inputs.ts';
import { serviceWaitingInputs } from '../shared/service-waiting-inputs.ts';
import { switchOutputs } from '../shared/switch-outputs.ts';

export const rollBack = defineOperation({
  resource: 'service',
  name: 'rollBack',
  title: 'Roll Back',
  action: 'Roll back to service',
  summary:
    'Point an endpoint back to an earlier service, or to any other that is there: start it where it was stopped, wait until it is ready, switch',
  inputs: v.object({
    deploymentId: deploymentInput('The deployment that the endpoint belongs to'),
    endpoint: endpointInput,
    serviceId: serviceInput(
      'The service that the endpoint is pointed to: the Previous Service ID of a switch',
    ),
    sampleFile: sampleInput,
    ...serviceWaitingInputs,
  }),
  outputs: v.object(switchOutputs),
  async run(context, { sampleFile: sample, deploymentId, endpoint, serviceId, ...waiting }) {
    const patience = patienceOf(context.clock, waiting);
    const { outcome, service, previousServiceId, sampleAnswer } = await goBack(context, {
      ...{ deploymentId, endpoint, serviceId, sample, patience },
    });
    return {
      switched: outcome === 'switched',
      alreadyCurrent: outcome === 'already-current',
      pending: outcome === 'pending',
      ...{ deploymentId, endpoint, serviceId, previousServiceId, sampleAnswer },
      status: service.status,
    };
  },
});
