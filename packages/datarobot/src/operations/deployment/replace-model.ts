import { choice, count, file, flag, text, patienceOf } from '@modelferry/operation';
import * as v from 'valibot';
import { checkSample } from '../../replacement/check-sample.ts';
import { newModelOf } from '../../replacement/new-model.ts';
import { replaceModel as replace } from '../../replacement/replace-model.ts';
import { tellReplaced } from '../../replacement/tell-replaced.ts';
import { verifyAnswers } from '../../replacement/verify-answers.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { deploymentInput } from '../shared/deployment-input.ts';
import { newModelInputs, newModelRules } from '../shared/new-model-inputs.ts';
import { replacementTimeoutMs, taskWaitingInputs, waitForCompletion } from '../shared/task-waiting-inputs.ts';
import { withRules } from '../shared/with-rules.ts';

const inputs = withRules(
  v.object({
    deploymentId: deploymentInput('The deployment whose model is replaced; it answers all the while'),
    ...newModelInputs,
    reason: v.optional(
      choice({
        title: 'Reason',
        description: 'Why the model is replaced, which DataRobot keeps in the history of the deployment',
        choices: {
          ACCURACY: { title: 'Accuracy' },
          DATA_DRIFT: { title: 'Data Drift' },
          ERRORS: { title: 'Errors' },
          SCHEDULED_REFRESH: { title: 'Scheduled Refresh' },
          SCORING_SPEED: { title: 'Scoring Speed' },
          OTHER: { title: 'Other' },
        },
      }),
      'OTHER',
    ),
    waitForCompletion: waitForCompletion(
      'Whether to wait until the new model answers instead of returning once the replacement has begun',
    ),
    allowWarning: v.optional(
      flag({
        title: 'Allow Warning',
        description: 'Whether to replace the model although its check has warnings',
        advanced: true,
      }),
      false,
    ),
    activate: v.optional(
      flag({
        title: 'Activate',
        description: 'Whether to activate the deployment first where it is inactive',
        advanced: true,
      }),
      false,
    ),
    sampleFile: v.optional(
      file({
        title: 'Sample',
        description: 'A few rows as CSV to score with the new model afterwards, to see that it answers',
        extensions: ['csv'],
        textName: 'sample.csv',
        advanced: true,
      }),
    ),
    ...taskWaitingInputs(replacementTimeoutMs),
  }),
  [
    ...newModelRules,
    {
      field: 'sampleFile',
      problem: 'needs Wait for Completion: only a model that is in place can score',
      holds: (given) => given['waitForCompletion'] === true || given['sampleFile'] === undefined,
    },
  ],
);

export const replaceModel = defineOperation({
  resource: 'deployment',
  name: 'replaceModel',
  title: 'Replace Model',
  action: 'Replace model of deployment',
  summary: 'Replace the model behind a deployment: check the new one, replace, wait until it answers',
  ciStep: 'replace-model',
  inputs,
  outputs: v.object({
    deploymentId: text({ title: 'Deployment ID', description: 'ID of the deployment' }),
    replaced: flag({
      title: 'Replaced',
      description:
        'Whether the new model was put in place, by this run or by one before it that was cut short',
    }),
    alreadyCurrent: flag({
      title: 'Already Current',
      description: 'Whether the model answered before, so that nothing was sent',
    }),
    pending: flag({
      title: 'Pending',
      description: 'Whether the replacement was still going on when last looked at',
    }),
    status: v.optional(
      text({ title: 'Status', description: 'Status of the deployment when last looked at' }),
    ),
    oldModelId: v.optional(
      text({ title: 'Old Model ID', description: 'ID of the model that answered before' }),
    ),
    oldModelPackageId: v.optional(
      text({
        title: 'Old Model Package ID',
        description: 'ID of the version in the registry that answered before',
      }),
    ),
    newModelId: v.optional(text({ title: 'New Model ID', description: 'ID of the model that answers now' })),
    newModelPackageId: v.optional(
      text({
        title: 'New Model Package ID',
        description: 'ID of the version in the registry that answers now',
      }),
    ),
    validationStatus: v.optional(
      text({
        title: 'Validation Status',
        description: 'What the check of the model came to',
        advanced: true,
      }),
    ),
    sampleRows: v.optional(
      count({ title: 'Sample Rows', description: 'Rows of the sample that the new model has scored' }),
    ),
  }),
  async run(context, given) {
    const sample = given.sampleFile && (await checkSample(given.sampleFile));
    const patience = patienceOf(context.clock, given);
    const replaced = await replace(context, { ...given, model: newModelOf(given), patience });
    tellReplaced(context, replaced);
    const { outcome, before, after, validationStatus } = replaced;
    const sampleRows =
      sample && outcome !== 'pending' ? await verifyAnswers(context, after, sample) : undefined;
    const now = outcome === 'pending' ? undefined : after;
    return {
      deploymentId: given.deploymentId,
      replaced: outcome === 'replaced',
      alreadyCurrent: outcome === 'already-current',
      pending: outcome === 'pending',
      status: after.status,
      oldModelId: before.model?.id,
      oldModelPackageId: before.modelPackage?.id,
      newModelId: now?.model?.id,
      newModelPackageId: now?.modelPackage?.id,
      validationStatus,
      sampleRows,
    };
  },
});
