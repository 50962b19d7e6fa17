import type { AdapterType } from './adapter-type.ts';
import { typesOfBothSides } from './types-of-both-sides.ts';

const tableOrQuery = ['query', 'table', 'schema', 'catalog'];

/** Sources that the vendor reads by itself. Source: section 3.7, without what is ignored or deprecated there. */
export const remoteIntakeTypes = {
  s3: { title: 'Amazon S3', needs: ['url'], takes: ['credentialId', 'endpointUrl', 'format'] },
  azure: { title: 'Azure Blob Storage', needs: ['url'], takes: ['credentialId', 'format'] },
  gcp: { title: 'Google Cloud Storage', needs: ['url'], takes: ['credentialId', 'format'] },
  http: { title: 'HTTP', needs: ['url'], takes: [] },
  dataset: { title: 'AI Catalog Dataset', needs: ['datasetId'], takes: ['datasetVersionId'] },
  jdbc: { title: 'JDBC', needs: ['dataStoreId'], takes: ['credentialId', ...tableOrQuery] },
  snowflake: {
    title: 'Snowflake',
    needs: ['dataStoreId', 'externalStage'],
    takes: ['credentialId', 'cloudStorageType', 'cloudStorageCredentialId', ...tableOrQuery],
  },
  synapse: {
    title: 'Azure Synapse',
    needs: ['dataStoreId', 'externalDataSource'],
    takes: ['credentialId', 'cloudStorageCredentialId', ...tableOrQuery],
  },
  bigquery: { title: 'BigQuery', needs: ['dataset', 'table', 'bucket'], takes: ['credentialId'] },
  dss: { title: 'Leaderboard Project', needs: ['projectId'], takes: ['datasetId', 'partition'] },
  dataStage: { title: 'Data Stage', needs: ['dataStageId'], takes: [] },
  ...typesOfBothSides,
} satisfies Readonly<Record<string, AdapterType>>;

/** All sources. */
export const intakeTypes = {
  localFile: {
    title: 'Local File',
    description: 'A file that Upload Data sends; the job waits for it',
    needs: [],
    takes: [],
  },
  ...remoteIntakeTypes,
} satisfies Readonly<Record<string, AdapterType>>;

/** The sources of which a table or a query is needed, and not both. */
export const queriedTypes: readonly string[] = ['jdbc', 'snowflake', 'synapse'];
