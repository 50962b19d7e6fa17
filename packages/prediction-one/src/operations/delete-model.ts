import { EngineError } from '@modelferry/http';
import { flag, reference } from '@modelferry/operation';
import * as v from 'valibot';
import type { PredictionOneClient } from '../client/client.ts';
import { numericId } from '../preflight/numeric-id.ts';
import { deleteModelSurely } from '../recovery/deletes.ts';
import { defineOperation } from './shared/define-operation.ts';
import { deletedOutputs } from './shared/deleted-output.ts';

export const deleteModel = defineOperation({
  resource: 'model',
  name: 'delete',
  title: 'Delete',
  action: 'Delete model',
  summary: 'Delete a model, which also vanishes from the web app',
  inputs: v.object({
    modelId: reference({
      title: 'Model',
      description: 'The model to delete',
      lookup: 'models',
      placeholder: 'e.g. 20417',
    }),
    force: v.optional(
      flag({
        title: 'Force',
        description:
          'Whether to delete the model even though a prediction API uses it, or nothing tells whether one does',
        advanced: true,
      }),
      false,
    ),
  }),
  outputs: v.object(deletedOutputs),
  async run(context, { modelId, force }) {
    const { client, signal } = context;
    numericId('modelId', modelId);
    if (!force) await refuseInUse(client, signal, modelId);
    await deleteModelSurely(client, context, modelId);
    return { deleted: true };
  },
});

/** What deleting a published model does to its prediction API is not documented (specification, Q18). */
async function refuseInUse(client: PredictionOneClient, signal: AbortSignal, modelId: string): Promise<void> {
  if (!client.keys.has('deploy')) {
    throw refusal(
      `Could not tell whether a prediction API uses model ${modelId}: this needs a deploy key, and none is set.`,
      'Set a deploy key or the Secret Key in the credential; or check in the web app, then switch Force on.',
    );
  }
  const users = (await client.getClassifiers(signal)).filter((one) => one.modelId === modelId);
  if (users.length === 0) return;
  const names = users.map(({ classifierId }) => classifierId).join(', ');
  throw refusal(
    `Model ${modelId} was not deleted: it is in use by prediction API ${names}.`,
    'Delete the prediction API first, or switch Force on.',
  );
}

const refusal = (message: string, remedy: string): EngineError =>
  new EngineError({ code: 'conflict', message, remedy });
