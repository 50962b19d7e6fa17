import { flag, listInputs } from '@modelferry/operation';
import * as v from 'valibot';
import { isReady } from '../../serving/service-state.ts';
import { newestFirst } from '../../serving/newest-first.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { deploymentInput } from '../shared/deployment-input.ts';
import { serviceOutput, serviceOutputs } from '../shared/service-outputs.ts';

export const getServices = defineOperation({
  resource: 'service',
  name: 'getMany',
  title: 'Get Many',
  action: 'Get many services',
  summary: 'Get many services of a deployment, the newest first',
  result: 'many',
  inputs: v.object({
    deploymentId: deploymentInput('The deployment whose services to get'),
    ...listInputs,
    readyOnly: v.optional(
      flag({
        title: 'Ready Only',
        description: 'Whether to get only services that answer',
        advanced: true,
      }),
      false,
    ),
  }),
  outputs: v.object(serviceOutputs),
  async run({ client, signal }, { deploymentId, returnAll, limit, readyOnly }) {
    const { entries } = await client.getServices(deploymentId, signal);
    const wanted = newestFirst(entries).filter(({ status }) => !readyOnly || isReady(status));
    return wanted
      .slice(0, returnAll ? undefined : limit)
      .map((service) => serviceOutput(service, deploymentId));
  },
});
