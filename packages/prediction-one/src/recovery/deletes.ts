import type { RepeatWorld } from '@modelferry/http';
import { allDataSets, allModels, holds } from '../client/all-entries.ts';
import type { PredictionOneClient } from '../client/client.ts';
import { confirmed, type Change } from './confirmed.ts';

/** A delete may be repeated at will, and "gone" is what it was for. */
function surely(
  world: RepeatWorld,
  change: Pick<Change<void>, 'doing' | 'send'> & { isGone(): Promise<boolean> },
): Promise<void> {
  const { doing, send, isGone } = change;
  return confirmed<true>(world, {
    doing,
    send: async () => {
      await send();
      return true;
    },
    readBack: async () => (await isGone()) || undefined,
    maxSends: 5,
    remedy: 'Look at the list, then delete it again if it is still there.',
  }).then(() => undefined);
}

export const deleteModelSurely = (
  client: PredictionOneClient,
  world: RepeatWorld,
  modelId: string,
): Promise<void> =>
  surely(world, {
    doing: `delete model ${modelId}`,
    send: () => client.deleteModel({ modelId }, world.signal),
    isGone: async () => !(await holds(allModels(client, world.signal), (one) => one.modelId === modelId)),
  });

export const deleteDataSetSurely = (
  client: PredictionOneClient,
  world: RepeatWorld,
  dataSetId: string,
): Promise<void> =>
  surely(world, {
    doing: `delete data set ${dataSetId}`,
    send: () => client.deleteDataSet({ dataSetId }, world.signal),
    isGone: async () =>
      !(await holds(allDataSets(client, world.signal), (one) => one.dataSetId === dataSetId)),
  });

export const deleteClassifierSurely = (
  client: PredictionOneClient,
  world: RepeatWorld,
  classifierId: string,
): Promise<void> =>
  surely(world, {
    doing: `delete prediction API ${classifierId}`,
    send: () => client.deleteClassifier({ classifierId }, world.signal),
    isGone: async () =>
      (await client.getClassifiers(world.signal)).every((one) => one.classifierId !== classifierId),
  });
