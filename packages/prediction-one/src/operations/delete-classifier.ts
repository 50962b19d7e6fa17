import { EngineError } from '@modelferry/http';
import { flag } from '@modelferry/operation';
import * as v from 'valibot';
import { classifierMissing } from '../jobs/classifier-job.ts';
import { waitForClassifier } from '../publishing/wait-for-classifier.ts';
import { deleteClassifierSurely } from '../recovery/deletes.ts';
import { updateClassifierSurely } from '../recovery/update-classifier-surely.ts';
import { classifierInput } from './shared/classifier-input.ts';
import { defineOperation } from './shared/define-operation.ts';
import { deletedOutputs } from './shared/deleted-output.ts';
import { waitingInputs } from './shared/waiting-inputs.ts';

/** What can be deleted as it is; the screen deletes only what has stopped. */
const deletable: ReadonlySet<string> = new Set(['terminated', 'stopped', 'failed']);

export const deleteClassifier = defineOperation({
  resource: 'predictionApi',
  name: 'delete',
  title: 'Delete',
  action: 'Delete prediction API',
  summary: 'Delete a prediction API, which frees its API option',
  inputs: v.object({
    classifierId: classifierInput('The prediction API to delete'),
    stopFirst: v.optional(
      flag({
        title: 'Stop First',
        description:
          'Whether to stop the prediction API first where it runs, so that nothing can be scored from then on',
      }),
      false,
    ),
    ...waitingInputs,
  }),
  outputs: v.object(deletedOutputs),
  async run(context, { classifierId, stopFirst, ...waiting }) {
    const { client, signal } = context;
    const found = (await client.getClassifiers(signal)).find((one) => one.classifierId === classifierId);
    if (!found) throw classifierMissing(classifierId);
    if (!deletable.has(found.status.toLowerCase())) {
      if (!stopFirst) throw stillRuns(classifierId, found.status);
      await updateClassifierSurely(client, context, classifierId, () => ({ active: false }));
      const { arrived } = await waitForClassifier(context, { ...waiting, classifierId, until: 'stopped' });
      if (!arrived) throw notStopped(classifierId);
    }
    await deleteClassifierSurely(client, context, classifierId);
    return { deleted: true };
  },
});

const stillRuns = (classifierId: string, status: string): EngineError =>
  new EngineError({
    code: 'conflict',
    message: `Prediction API ${classifierId} was not deleted: its status is "${status}", and only a stopped one can be.`,
    remedy: 'Stop it first, or switch Stop First on.',
  });

const notStopped = (classifierId: string): EngineError =>
  new EngineError({
    code: 'deadline',
    message: `Prediction API ${classifierId} was not deleted: it was told to stop and had not stopped in time.`,
    remedy: 'Delete it again later, or with a longer timeout.',
  });
