import { text } from '@modelferry/operation';
import * as v from 'valibot';
import { deploymentInput } from './deployment-input.ts';

const id = 'e.g. 5e7e6a3f8e7d8c0001a1b2c3';

/** What a job can score with. */
export const scorers = {
  deployment: { title: 'Deployment', description: 'The model behind a deployment when the job is made' },
  modelPackage: { title: 'Model Package', description: 'A model of the registry' },
  model: { title: 'Leaderboard Model', description: 'A model of a project' },
};

/** Names it; which of the three is asked for, the input `scoreWith` says. */
export const scorerInputs = {
  deploymentId: v.optional(
    deploymentInput('The deployment whose model scores the rows; a later replacement does not change a job', {
      when: { scoreWith: 'deployment' },
    }),
  ),
  modelPackageId: v.optional(
    text({
      title: 'Model Package ID',
      description: 'ID of the model in the registry',
      placeholder: id,
      when: { scoreWith: 'modelPackage' },
    }),
  ),
  modelId: v.optional(
    text({
      title: 'Model ID',
      description: 'ID of the model on the leaderboard',
      placeholder: id,
      when: { scoreWith: 'model' },
    }),
  ),
};
