import type { AdapterType } from './adapter-type.ts';
import { typesOfBothSides } from './types-of-both-sides.ts';

const intoTable = ['schema', 'catalog', 'credentialId', 'createTableIfNotExists'];
const files = ['credentialId', 'format', 'partitionColumns'];

/**
 * Where results go. What holds a secret is left out: the headers of `http` and the customer's key of `s3`, which no input
 * carries safely. Source: section 3.8, without what is deprecated there.
 */
export const outputTypes = {
  localFile: { title: 'Local File', description: 'A file to be downloaded', needs: [], takes: [] },
  s3: {
    title: 'Amazon S3',
    needs: ['url'],
    takes: [...files, 'endpointUrl', 'encryptionAlgorithm', 'kmsKeyId', 'kmsEncryptionContext'],
  },
  azure: { title: 'Azure Blob Storage', needs: ['url'], takes: files },
  gcp: { title: 'Google Cloud Storage', needs: ['url'], takes: files },
  http: { title: 'HTTP', needs: ['url', 'method'], takes: [] },
  jdbc: {
    title: 'JDBC',
    needs: ['dataStoreId', 'table', 'statementType'],
    takes: [...intoTable, 'updateColumns', 'whereColumns', 'commitIntervalMs'],
  },
  snowflake: {
    title: 'Snowflake',
    needs: ['dataStoreId', 'externalStage', 'table', 'statementType'],
    takes: [...intoTable, 'cloudStorageType', 'cloudStorageCredentialId'],
  },
  synapse: {
    title: 'Azure Synapse',
    needs: ['dataStoreId', 'externalDataSource', 'table', 'statementType'],
    takes: [...intoTable, 'cloudStorageCredentialId'],
  },
  bigquery: { title: 'BigQuery', needs: ['dataset', 'table', 'bucket'], takes: ['credentialId'] },
  tableau: {
    title: 'Tableau',
    needs: ['url', 'dataSourceId'],
    takes: ['siteName', 'credentialId', 'overwrite'],
  },
  ...typesOfBothSides,
} satisfies Readonly<Record<string, AdapterType>>;
