import { isoSeconds } from '../../dates.ts';
import type { Dataset, DatasetVersion } from './dataset.ts';

/** A version of a dataset as the API shows it; the newest one stands for the dataset. */
export function datasetObject(dataset: Dataset, version = newestOf(dataset)): Record<string, unknown> {
  const isUrl = version.uri.includes('://');
  return {
    datasetId: dataset.id,
    versionId: version.id,
    name: dataset.name,
    processingState: version.state,
    error: version.error,
    isLatestVersion: version === newestOf(dataset),
    isSnapshot: true,
    dataPersisted: true,
    rowCount: version.rowCount,
    datasetSize: version.proof.bytes,
    featureCount: version.featureCount,
    categories: dataset.categories,
    createdBy: 'sandbox@example.com',
    creationDate: isoSeconds(version.createdMs),
    lastModificationDate: isoSeconds(dataset.modifiedMs),
    dataSourceType: isUrl ? 'url' : 'file',
    dataSourceId: null,
    uri: version.uri,
    description: null,
    tags: [],
    sampleSize: null,
  };
}

/** What was uploaded last. */
export function newestOf({ versions }: Dataset): DatasetVersion {
  return versions.at(-1) as DatasetVersion;
}
