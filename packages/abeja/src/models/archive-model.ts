import type { RunContext } from '@modelferry/operation';
import { surely } from '../at-most-once/surely.ts';
import type { AbejaClient } from '../client/client.ts';
import type { Model } from '../client/models.ts';

/** Puts a model into the archive, or takes it out of there. @returns it as it is then */
export async function archiveModel(
  context: RunContext<AbejaClient>,
  { definition, modelId }: { readonly definition: string; readonly modelId: string },
  archived: boolean,
): Promise<Model> {
  const { client, signal } = context;
  const read = () => client.getModel(definition, modelId, signal);
  await surely(context, {
    doing: archived ? `archive the model ${modelId}` : `take the model ${modelId} out of the archive`,
    send: () =>
      archived
        ? client.archiveModel(definition, modelId, signal)
        : client.unarchiveModel(definition, modelId, signal),
    isDone: async () => (await read()).archived === archived,
  });
  return read();
}
