import { pathSegment } from '@modelferry/http';
import * as v from 'valibot';
import { id, perhaps } from '@modelferry/operation';
import type { CallPort } from './call-port.ts';
import { pageOf, type Page, type PageRequest } from './page.ts';

const dataset = v.pipe(
  v.object({
    datasetId: id,
    versionId: perhaps(id),
    name: perhaps(v.string()),
    processingState: perhaps(v.string()),
    error: perhaps(v.string()),
    isLatestVersion: perhaps(v.boolean()),
    rowCount: perhaps(v.number()),
    datasetSize: perhaps(v.number()),
    featureCount: perhaps(v.number()),
    categories: perhaps(v.array(v.string())),
    createdBy: perhaps(v.string()),
    creationDate: perhaps(v.string()),
  }),
  v.transform(({ datasetSize, ...rest }) => ({ ...rest, datasetBytes: datasetSize })),
);

/**
 * A dataset of the catalog, or one of its versions. All but its ID may be missing. Source: section 3.16.
 *
 * - `processingState`: `COMPLETED`, `RUNNING`, `ERROR`, or a word nobody has documented
 * - `error`: empty where all is well
 */
export type Dataset = v.InferOutput<typeof dataset>;

/** Which datasets to list. */
export interface DatasetFilter extends PageRequest {
  readonly category?: string;
  readonly orderBy?: 'created' | '-created';
  /** Leaves out those that could not be read. @default false */
  readonly filterFailed?: boolean;
  readonly datasetVersionIds?: readonly string[];
}

/** The calls for datasets that are there (docs/vendors/datarobot.md, 3.16). */
export interface DatasetCalls {
  /** 3.16. */
  getDataset(datasetId: string, signal: AbortSignal): Promise<Dataset>;
  /** 3.16. */
  getDatasets(filter: DatasetFilter, signal: AbortSignal): Promise<Page<Dataset>>;
  /** 3.16. Categories are replaced, not added to. */
  updateDataset(
    datasetId: string,
    change: { readonly name?: string; readonly categories?: readonly string[] },
    signal: AbortSignal,
  ): Promise<void>;
  /** 3.16. 409 while something refreshes it. */
  deleteDataset(datasetId: string, signal: AbortSignal): Promise<void>;
  /** 3.16. */
  getDatasetVersions(datasetId: string, request: PageRequest, signal: AbortSignal): Promise<Page<Dataset>>;
  /** 3.16. */
  getDatasetVersion(datasetId: string, versionId: string, signal: AbortSignal): Promise<Dataset>;
}

const pathOf = (datasetId: string, rest = ''): string => `/datasets/${pathSegment(datasetId)}/${rest}`;

export const datasetCalls = (port: CallPort): DatasetCalls => ({
  getDataset: (datasetId, signal) =>
    port.json(
      { doing: `read the dataset ${datasetId}`, method: 'GET', path: pathOf(datasetId), signal },
      dataset,
    ),

  getDatasets: (filter, signal) =>
    port.json(
      { doing: 'list the datasets', method: 'GET', path: '/datasets/', query: { ...filter }, signal },
      pageOf(dataset),
    ),

  updateDataset: (datasetId, change, signal) =>
    port.send({
      doing: `change the dataset ${datasetId}`,
      method: 'PATCH',
      path: pathOf(datasetId),
      json: change,
      idempotent: true,
      signal,
    }),

  deleteDataset: (datasetId, signal) =>
    port.send({
      doing: `delete the dataset ${datasetId}`,
      method: 'DELETE',
      path: pathOf(datasetId),
      idempotent: true,
      signal,
    }),

  getDatasetVersions: (datasetId, request, signal) =>
    port.json(
      {
        doing: `list the versions of the dataset ${datasetId}`,
        method: 'GET',
        path: pathOf(datasetId, 'versions/'),
        query: { ...request },
        signal,
      },
      pageOf(dataset),
    ),

  getDatasetVersion: (datasetId, versionId, signal) =>
    port.json(
      {
        doing: `read version ${versionId} of the dataset ${datasetId}`,
        method: 'GET',
        path: pathOf(datasetId, `versions/${pathSegment(versionId)}/`),
        signal,
      },
      dataset,
    ),
});
