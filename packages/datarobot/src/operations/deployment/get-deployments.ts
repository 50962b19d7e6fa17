import { collect, listInputs } from '@modelferry/operation';
import * as v from 'valibot';
import { listAll } from '../../client/list-all.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { deploymentFilterInputs } from '../shared/deployment-filter-inputs.ts';
import { deploymentOutput, deploymentOutputs } from '../shared/deployment-outputs.ts';

export const getDeployments = defineOperation({
  resource: 'deployment',
  name: 'getMany',
  title: 'Get Many',
  action: 'Get many deployments',
  summary: 'Get many deployments that the API key may see',
  result: 'many',
  inputs: v.object({ ...listInputs, ...deploymentFilterInputs }),
  outputs: v.object(deploymentOutputs),
  async run({ client, signal }, { returnAll, limit, ...filter }) {
    const deployments = listAll((request) => client.getDeployments({ ...filter, ...request }, signal));
    return (await collect(deployments, { returnAll, limit })).map(deploymentOutput);
  },
});
