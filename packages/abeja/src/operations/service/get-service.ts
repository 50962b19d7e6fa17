import * as v from 'valibot';
import { defineOperation } from '../shared/define-operation.ts';
import { serviceInputs } from '../shared/service-inputs.ts';
import { serviceOutput, serviceOutputs } from '../shared/service-outputs.ts';

export const getService = defineOperation({
  resource: 'service',
  name: 'get',
  title: 'Get',
  action: 'Get service',
  summary: 'Get what is known of a service',
  inputs: v.object(serviceInputs('get')),
  outputs: v.object(serviceOutputs),
  async run({ client, signal }, { deploymentId, serviceId }) {
    return serviceOutput(await client.getService(deploymentId, serviceId, signal), deploymentId);
  },
});
