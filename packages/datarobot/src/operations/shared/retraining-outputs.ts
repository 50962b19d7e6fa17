import { flag, moment, text } from '@modelferry/operation';
import * as v from 'valibot';

/** A retraining run, as `describeRun` tells it. */
export const runOutputs = {
  runId: text({ title: 'Run ID', description: 'ID of the retraining run' }),
  policyId: text({ title: 'Policy ID', description: 'ID of the retraining policy' }),
  deploymentId: text({ title: 'Deployment ID', description: 'ID of the deployment that is retrained' }),
  status: v.optional(
    text({ title: 'Status', description: "The vendor's own word, which is not documented" }),
  ),
  finished: flag({ title: 'Finished', description: 'Whether the run has succeeded' }),
  pending: flag({ title: 'Pending', description: 'Whether the run still went on when last looked at' }),
  failed: flag({
    title: 'Failed',
    description: 'Whether the run has failed or was cancelled',
    advanced: true,
  }),
  modelPackageId: v.optional(
    text({
      title: 'Model Package ID',
      description:
        'ID of the model package that was made; of a policy that replaces the model, the one that the deployment has now',
    }),
  ),
  registeredModelId: v.optional(
    text({
      title: 'Registered Model ID',
      description: 'ID of the registered model that the model package is a version of',
      advanced: true,
    }),
  ),
  challengerId: v.optional(
    text({ title: 'Challenger ID', description: 'ID of the challenger that was made' }),
  ),
  projectId: v.optional(
    text({
      title: 'Project ID',
      description: 'ID of the project that the models are trained in',
      advanced: true,
    }),
  ),
  startTime: v.optional(moment({ title: 'Start Time', description: 'When the run began', advanced: true })),
  finishTime: v.optional(moment({ title: 'Finish Time', description: 'When the run ended', advanced: true })),
  errorMessage: v.optional(text({ title: 'Error Message', description: 'Why the run has failed' })),
  resumeToken: text({ title: 'Resume Token', description: 'Names the run; pass it to a later Wait for Run' }),
};
