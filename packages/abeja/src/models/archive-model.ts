import type { RunContext } from '@modelferry/operation';
import { setArchived } from '../at-most-once/set-archived.ts';
import type { AbejaClient } from '../client/client.ts';
import type { Model } from '../client/training/models.ts';

/** Puts a model into the archive, or takes it out. @returns it as it is then */
export async function archiveModel(
  context: RunContext<AbejaClient>,
  { definition, modelId }: { readonly definition: string; readonly modelId: string },
  archived: boolean,
): Promise<Model> {
  const { client, signal } = context;
  const set = (wanted: boolean) =>
    wanted
      ? client.archiveModel(definition, modelId, signal)
      : client.unarchiveModel(definition, modelId, signal);
  const read = () => client.getModel(definition, modelId, signal);
  await setArchived(context, { name: `the model ${modelId}`, set, read }, archived);
  return read();
}
