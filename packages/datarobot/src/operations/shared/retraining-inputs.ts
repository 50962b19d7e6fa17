import { reference, text } from '@modelferry/operation';
import * as v from 'valibot';

/** The deployment that is retrained. */
export const retrainedDeployment = (description: string) =>
  reference({
    title: 'Deployment',
    description,
    lookup: 'deployments',
    urlPattern: '/deployments/([^/?#]+)',
    placeholder: 'e.g. 5e7e6a3f8e7d8c0001a1b2c3',
  });

/** One of its policies. */
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
  deploymentId: v.optional(
    retrainedDeployment('The deployment that is retrained; a resume token names it, too'),
  ),
  policyId: v.optional(retrainingPolicy('The policy that the run is of; a resume token names it, too')),
};
