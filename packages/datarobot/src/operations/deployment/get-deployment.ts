import * as v from 'valibot';
import { defineOperation } from '../shared/define-operation.ts';
import { deploymentInput } from '../shared/deployment-input.ts';
import { deploymentOutput, deploymentOutputs } from '../shared/deployment-outputs.ts';

export const getDeployment = defineOperation({
  resource: 'deployment',
  name: 'get',
  title: 'Get',
  action: 'Get deployment',
  summary: 'Get the details of a deployment, and which model is behind it',
  inputs: v.object({ deploymentId: deploymentInput('The deployment to get') }),
  outputs: v.object(deploymentOutputs),
  async run({ client, signal }, { deploymentId }) {
    return deploymentOutput(await client.getDeployment(deploymentId, signal));
  },
});
