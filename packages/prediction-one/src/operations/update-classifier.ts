import { choice, flag, texts } from '@modelferry/operation';
import * as v from 'valibot';
import { waitForClassifier } from '../publishing/wait-for-classifier.ts';
import { updateClassifierSurely } from '../recovery/update-classifier-surely.ts';
import {
  accessRules,
  deniedSources as deniedSourcesInput,
  sources,
  sourcesOf,
  undocumentedOrder,
} from './shared/access-inputs.ts';
import { classifierInput } from './shared/classifier-input.ts';
import { classifierOutput, classifierOutputs } from './shared/classifier-outputs.ts';
import { defineOperation } from './shared/define-operation.ts';
import { includeKey } from './shared/include-key-input.ts';
import { waitForCompletion, waitingInputs } from './shared/waiting-inputs.ts';

export const updateClassifier = defineOperation({
  resource: 'predictionApi',
  name: 'update',
  title: 'Update',
  action: 'Update prediction API',
  summary: 'Start or stop a prediction API, or change who may use it',
  inputs: v.object({
    classifierId: classifierInput('The prediction API to update'),
    startOrStop: v.optional(
      choice({
        title: 'Start or Stop',
        description: 'Whether to start the prediction API, to stop it, or to leave it as it is',
        choices: { keep: { title: 'Leave as It Is' }, start: { title: 'Start' }, stop: { title: 'Stop' } },
      }),
      'keep',
    ),
    waitForCompletion,
    allowedSources: v.optional(
      texts({
        title: 'Allowed Sources',
        description:
          'IP addresses or ranges (CIDR) that may score, in place of those that may now; 0.0.0.0/0 is everyone',
        placeholder: 'e.g. 203.0.113.0/24',
        ...sources,
        advanced: true,
      }),
    ),
    deniedSources: deniedSourcesInput,
    editable: v.optional(
      flag({
        title: 'Editable',
        description:
          'Whether to set the edit setting, whose meaning is not documented; it is passed on as it is',
        advanced: true,
      }),
    ),
    includeKey,
    ...waitingInputs,
  }),
  outputs: v.object({
    ...classifierOutputs,
    pending: flag({
      title: 'Pending',
      description: 'Whether the change was still under way when last looked at',
    }),
  }),
  async run(context, given) {
    const { classifierId, startOrStop, allowedSources, deniedSources, editable } = given;
    const changed = await updateClassifierSurely(context.client, context, classifierId, ({ rules }) => ({
      active: startOrStop === 'keep' ? undefined : startOrStop === 'start',
      isEditable: editable,
      rules:
        allowedSources === undefined && deniedSources === undefined
          ? undefined
          : accessRules(
              allowedSources ?? sourcesOf(rules, 'allow'),
              deniedSources ?? sourcesOf(rules, 'deny'),
            ),
    }));
    if (deniedSources?.length && sourcesOf(changed.rules, 'allow').length > 0)
      context.progress({ type: 'warning', message: undocumentedOrder });
    if (startOrStop === 'keep' || !given.waitForCompletion) {
      return { ...classifierOutput(changed, given.includeKey), pending: startOrStop !== 'keep' };
    }
    const until = startOrStop === 'start' ? 'running' : 'stopped';
    const { arrived, classifier } = await waitForClassifier(context, { ...given, classifierId, until });
    return { ...classifierOutput(classifier ?? changed, given.includeKey), pending: !arrived };
  },
});
