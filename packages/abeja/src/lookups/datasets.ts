import type { Lookup } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { allDatasets } from '../client/lists.ts';
import { described, firstChoices } from './first-choices.ts';

/** Datasets by their names. */
export const datasets: Lookup<AbejaClient> = ({ client, signal }, request) =>
  firstChoices(allDatasets(client, signal), request, ({ datasetId, name, type, createdAt }) => ({
    value: datasetId,
    title: name ?? datasetId,
    description: described(type, createdAt),
  }));
