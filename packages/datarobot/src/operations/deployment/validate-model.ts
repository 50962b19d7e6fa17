import { flag, records, text } from '@modelferry/operation';
import * as v from 'valibot';
import { isCurrentModel } from '../../replacement/check-validation.ts';
import { newModelOf } from '../../replacement/new-model.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { deploymentInput } from '../shared/deployment-input.ts';
import { newModelInputs, newModelRules } from '../shared/new-model-inputs.ts';
import { withRules } from '../shared/with-rules.ts';

const inputs = withRules(
  v.object({
    deploymentId: deploymentInput('The deployment whose model could be replaced'),
    ...newModelInputs,
  }),
  newModelRules,
);

export const validateModel = defineOperation({
  resource: 'deployment',
  name: 'validateModel',
  title: 'Validate Model',
  action: 'Validate model for deployment',
  summary: 'Check whether a model may replace the one behind a deployment, without changing anything',
  inputs,
  outputs: v.object({
    status: text({ title: 'Status', description: 'The outcome of all checks: passing, warning or failing' }),
    passing: flag({ title: 'Passing', description: 'Whether all checks have passed' }),
    alreadyCurrent: flag({
      title: 'Already Current',
      description: 'Whether the model is the one that answers already',
    }),
    message: v.optional(text({ title: 'Message', description: 'What the vendor says of the outcome' })),
    checks: records({
      title: 'Checks',
      description: 'Each check with its outcome',
      entries: {
        name: text({ title: 'Name', description: 'What was checked, in the word of DataRobot' }),
        status: v.optional(
          text({ title: 'Status', description: 'Its outcome: passing, warning or failing' }),
        ),
        message: v.optional(text({ title: 'Message', description: 'What the vendor says of it' })),
      },
    }),
  }),
  async run({ client, signal }, given) {
    const validation = await client.validateModel(given.deploymentId, newModelOf(given), signal);
    const { status, message, checks = {} } = validation;
    return {
      status,
      passing: status.toLowerCase() === 'passing',
      alreadyCurrent: isCurrentModel(validation),
      message,
      checks: Object.entries(checks).map(([name, check]) => ({ name, ...check })),
    };
  },
});
