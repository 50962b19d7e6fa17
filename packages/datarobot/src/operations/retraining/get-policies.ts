import { collect, listInputs, text } from '@modelferry/operation';
import * as v from 'valibot';
import { listAll } from '../../client/list-all.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { deploymentInput } from '../shared/deployment-input.ts';

export const getPolicies = defineOperation({
  resource: 'retraining',
  name: 'getPolicies',
  title: 'Get Policies',
  action: 'Get retraining policies',
  summary: 'Get the retraining policies of a deployment, each with its latest run',
  result: 'many',
  inputs: v.object({
    deploymentId: deploymentInput('The deployment whose policies are listed'),
    ...listInputs,
  }),
  outputs: v.object({
    policyId: text({ title: 'Policy ID', description: 'ID of the retraining policy' }),
    deploymentId: text({ title: 'Deployment ID', description: 'ID of the deployment' }),
    name: v.optional(text({ title: 'Name', description: 'Name of the policy' })),
    description: v.optional(text({ title: 'Description', description: 'What the policy is for' })),
    policyAction: v.optional(
      text({
        title: 'Policy Action',
        description:
          'What a run leads to, as far as is documented: create_challenger, create_model_package or model_replacement',
      }),
    ),
    modelSelectionStrategy: v.optional(
      text({ title: 'Model Selection Strategy', description: 'How the new model is chosen' }),
    ),
    triggerType: v.optional(
      text({
        title: 'Trigger Type',
        description: 'What runs the policy by itself: a schedule, or a decline',
      }),
    ),
    latestRunId: v.optional(text({ title: 'Latest Run ID', description: 'ID of its latest run' })),
    latestRunStatus: v.optional(
      text({ title: 'Latest Run Status', description: "The vendor's own word for its latest run" }),
    ),
  }),
  async run({ client, signal }, { deploymentId, ...range }) {
    const policies = listAll((request) => client.getRetrainingPolicies(deploymentId, request, signal));
    return (await collect(policies, range)).map(({ id, action, trigger, latestRun, ...policy }) => ({
      policyId: id,
      deploymentId,
      name: policy.name,
      description: policy.description,
      policyAction: action,
      modelSelectionStrategy: policy.modelSelectionStrategy,
      triggerType: trigger?.type,
      latestRunId: latestRun?.id,
      latestRunStatus: latestRun?.status,
    }));
  },
});
