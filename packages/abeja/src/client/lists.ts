import { walkList } from '@modelferry/operation';
import type { AbejaClient } from './client.ts';
import type { Channel } from './data/channels.ts';
import type { Dataset } from './data/datasets.ts';
import type { DatasetItem } from './data/dataset-items.ts';
import type { DatalakeFile } from './data/datalake-file.ts';
import type { FileFilter } from './data/datalake-files.ts';
import type { Definition } from './training/definitions.ts';
import type { Job } from './training/job.ts';
import type { Model } from './training/models.ts';
import type { ArchiveFilter, Page, PageRequest, TokenPage } from './wire/page.ts';

/** Asked for at a time; a server that gives fewer is followed by what it gave. */
const pageLength = 100;

/** By places, to the total; without one, until nothing new comes (docs/vendors/abeja.md, Q8). */
const byPlace = <Entry>(
  read: (request: { readonly offset: number; readonly limit: number }) => Promise<Page<Entry>>,
  idOf: (entry: Entry) => string,
): AsyncGenerator<Entry> =>
  walkList(
    0,
    async (offset) => {
      const { entries, total = Infinity } = await read({ offset, limit: pageLength });
      const next = offset + entries.length;
      return { entries, next: next < total ? next : undefined };
    },
    idOf,
  );

/** By tokens, until there is none. */
const byToken = <Entry>(
  read: (token: { readonly nextToken?: string }) => Promise<TokenPage<Entry>>,
  idOf: (entry: Entry) => string,
): AsyncGenerator<Entry> =>
  walkList(
    {},
    async (token) => {
      const { entries, nextToken } = await read(token);
      return { entries, next: nextToken === undefined ? undefined : { nextToken } };
    },
    idOf,
  );

/** All job definitions, in the vendor's order, read as far as the caller goes on. */
export const allDefinitions = (
  client: AbejaClient,
  filter: ArchiveFilter,
  signal: AbortSignal,
): AsyncGenerator<Definition> =>
  byPlace(
    (page) => client.getDefinitions({ ...filter, ...page }, signal),
    ({ jobDefinitionId }) => jobDefinitionId,
  );

/** All training jobs of a job definition, as {@link allDefinitions}. */
export const allJobs = (
  client: AbejaClient,
  name: string,
  filter: ArchiveFilter,
  signal: AbortSignal,
): AsyncGenerator<Job> =>
  byPlace(
    (page) => client.getJobs(name, { ...filter, ...page }, signal),
    ({ jobId }) => jobId,
  );

/**
 * All models of a job definition, as {@link allDefinitions}. Whether this list has pages is unknown: the first request asks
 * as the vendor's clients do, and more are made only where the total says that there are more (Q8).
 */
export const allModels = (
  client: AbejaClient,
  name: string,
  filter: ArchiveFilter,
  signal: AbortSignal,
): AsyncGenerator<Model> =>
  byPlace(
    async ({ offset }) => {
      const place: PageRequest = offset === 0 ? {} : { offset };
      const { entries, total } = await client.getModels(name, { ...filter, ...place }, signal);
      return { entries, total: total ?? offset + entries.length };
    },
    ({ modelId }) => modelId,
  );

/** All channels, as {@link allDefinitions}. */
export const allChannels = (
  client: AbejaClient,
  filter: ArchiveFilter,
  signal: AbortSignal,
): AsyncGenerator<Channel> =>
  byPlace(
    async (page) => {
      const { entries, more } = await client.getChannels({ ...filter, ...page }, signal);
      return { entries, total: more ? undefined : page.offset + entries.length };
    },
    ({ channelId }) => channelId,
  );

/** All files of a channel that the filter lets through, as {@link allDefinitions}. */
export const allFiles = (
  client: AbejaClient,
  channelId: string,
  filter: Omit<FileFilter, 'nextToken'>,
  signal: AbortSignal,
): AsyncGenerator<DatalakeFile> =>
  byToken(
    (token) => client.getFiles(channelId, { ...filter, ...token }, signal),
    ({ fileId }) => fileId,
  );

/** All datasets, as {@link allDefinitions}: in one request. */
export const allDatasets = (client: AbejaClient, signal: AbortSignal): AsyncGenerator<Dataset> =>
  byToken(
    (token) => client.getDatasets(token, signal),
    ({ datasetId }) => datasetId,
  );

/** All items of a dataset, as {@link allDefinitions}. */
export const allDatasetItems = (
  client: AbejaClient,
  datasetId: string,
  filter: { readonly q?: string },
  signal: AbortSignal,
): AsyncGenerator<DatasetItem> =>
  byToken(
    (token) => client.getDatasetItems(datasetId, { ...filter, ...token }, signal),
    ({ datasetItemId }) => datasetItemId,
  );
