import type { RunContext } from '@modelferry/operation';
import { surely } from '../at-most-once/surely.ts';
import type { AbejaClient } from '../client/client.ts';
import type { Model } from '../client/training/models.ts';

/** Gives a model another description. @returns it as it is then */
export async function describeModel(
  context: RunContext<AbejaClient>,
  wanted: { readonly definition: string; readonly modelId: string; readonly description: string },
): Promise<Model> {
  const { client, signal } = context;
  const { definition, modelId, description } = wanted;
  const read = () => client.getModel(definition, modelId, signal);
  await surely(context, {
    doing: `describe the model ${modelId}`,
    send: () => client.updateModel(definition, modelId, { description }, signal),
    isDone: async () => (await read()).description === description,
  });
  return read();
}
