import { reference, text } from '@modelferry/operation';
import * as v from 'valibot';
import { deploymentInput } from './deployment-input.ts';

/** A policy of a deployment. */
export const retrainingPolicy = (description: string) =>
  reference({
    title: 'Retraining Policy',
    description,
    lookup: 'retrainingPolicies',
    dependsOn: ['deploymentId'],
    placeholder: 'e.g. 65b2c3d4e5f6010203040506',
  });

/** Name a run that is there: by a resume token alone, or by three IDs. */
export const runInputs = {
  runId: text({
    title: 'Run ID',
    description: 'The retraining run: the resume token that an earlier step gave, or its ID',
    placeholder: 'e.g. 66c3d4e5f601020304050607',
    pattern: /^[^\s?#\\]+$/,
    patternHint: 'an ID or a resume token, without spaces or a URL around it',
  }),
  deploymentId: v.optional(deploymentInput('The deployment that is retrained; a resume token names it, too')),
  policyId: v.optional(retrainingPolicy('The policy that the run is of; a resume token names it, too')),
};
