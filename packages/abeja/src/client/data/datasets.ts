import { camelized, id, perhaps, type CallPort } from '@modelferry/operation';
import * as v from 'valibot';
import { get, post, remove } from '../calls.ts';
import type { TokenPage } from '../wire/page.ts';
import { pathOf } from '../wire/segments.ts';

const dataset = camelized({
  dataset_id: id,
  name: perhaps(v.string()),
  type: perhaps(v.string()),
  props: perhaps(v.record(v.string(), v.unknown())),
  organization_id: perhaps(id),
  total_count: perhaps(v.number()),
  created_at: perhaps(v.string()),
  updated_at: perhaps(v.string()),
});

/** A dataset. All but its ID may be missing. Source: docs/vendors/abeja.md, 3.7. */
export type Dataset = v.InferOutput<typeof dataset>;

/** How a dataset is to be. */
export interface DatasetSettings {
  /** 400 where it is taken. */
  readonly name: string;
  readonly type: 'classification' | 'detection' | 'segmentation' | 'custom';
  /** In the vendor's own form: `{ categories: [{ category_id, name, labels: [...] }] }`. */
  readonly props: Readonly<Record<string, unknown>>;
}

/** The calls for datasets (docs/vendors/abeja.md, 3.7). */
export interface DatasetCalls {
  /** 3.7. Never repeated. */
  createDataset(settings: DatasetSettings, signal: AbortSignal): Promise<Dataset>;
  /**
   * 3.7. All of them, where no length is asked for.
   * @returns with the ID of the last one as the token: where it comes from is unknown (Q30)
   */
  getDatasets(
    request: { readonly maxResults?: number; readonly nextToken?: string },
    signal: AbortSignal,
  ): Promise<TokenPage<Dataset>>;
  /** 3.7. */
  getDataset(datasetId: string, signal: AbortSignal): Promise<Dataset>;
  /** 3.7. */
  deleteDataset(datasetId: string, signal: AbortSignal): Promise<void>;
}

/** Below the organization: what belongs to a dataset. */
export const datasetPath = (datasetId: string, ...rest: readonly string[]): string =>
  `/datasets${pathOf(datasetId, ...rest)}`;

export const datasetCalls = (port: CallPort): DatasetCalls => ({
  createDataset: ({ name, type, props }, signal) =>
    port.json(post(`create the dataset "${name}"`, '/datasets', signal, { name, type, props }), dataset),

  async getDatasets({ maxResults, nextToken }, signal) {
    const query = { max_results: maxResults, next_token: nextToken };
    const entries = await port.json(get('list the datasets', '/datasets', signal, query), v.array(dataset));
    const isWhole = maxResults === undefined || entries.length < maxResults;
    return { entries, nextToken: isWhole ? undefined : entries.at(-1)?.datasetId };
  },

  getDataset: (datasetId, signal) =>
    port.json(get(`read the dataset ${datasetId}`, datasetPath(datasetId), signal), dataset),

  deleteDataset: (datasetId, signal) =>
    port.send(remove(`delete the dataset ${datasetId}`, datasetPath(datasetId), signal)),
});
