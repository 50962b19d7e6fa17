import { choice, duration, flag, text, texts } from '@modelferry/operation';
import * as v from 'valibot';
import { typesWith } from '../../batch/settings/adapter-type.ts';
import { jsonObjectProblem } from '../../batch/settings/json-object.ts';
import { outputTypes } from '../../batch/settings/output-types.ts';

/** Shows an input with the types that have a field of the vendor's. */
const withField = (field: string) => ({ outputType: typesWith(outputTypes, field) });

const line = (field: string, title: string, description: string, placeholder: string) =>
  v.optional(text({ title, description, placeholder, when: withField(field) }));

/** Rarely needed. */
const option = (field: string, title: string, description: string, placeholder: string) =>
  v.optional(text({ title, description, placeholder, when: withField(field), advanced: true }));

const columns = (field: string, title: string, description: string) =>
  v.optional(texts({ title, description, when: withField(field), advanced: true }));

const id = 'e.g. 5e7e6a3f8e7d8c0001a1b2c3';
const dayMs = 86_400_000;

/**
 * What the types of output are told by. The headers of an HTTP output and a customer's own key for S3 are left out: they are
 * secrets, and inputs carry none. Source: section 3.8.
 */
export const outputInputs = {
  outputUrl: line(
    'url',
    'Output URL',
    'Address to write the result to; for Tableau, that of the server',
    'e.g. s3://bucket/out/cars.csv',
  ),
  outputMethod: v.optional(
    text({
      title: 'Output Method',
      description: 'HTTP method to send the result with',
      placeholder: 'e.g. PUT',
      pattern: /^[A-Z]+$/,
      patternHint: 'an HTTP method in capitals, such as PUT',
      when: withField('method'),
    }),
  ),
  outputPath: line('path', 'Output Path', 'Path of the file on the server', 'e.g. /data/out/cars.csv'),
  outputDataStoreId: line(
    'dataStoreId',
    'Output Data Store ID',
    'ID of the data store, as DataRobot keeps the connection',
    id,
  ),
  outputExternalStage: line(
    'externalStage',
    'Output External Stage',
    'Name of the external stage that the rows go through',
    'e.g. MY_STAGE',
  ),
  outputExternalDataSource: line(
    'externalDataSource',
    'Output External Data Source',
    'Name of the external data source that the rows go through',
    'e.g. my_source',
  ),
  outputDataset: line('dataset', 'Output BigQuery Dataset', 'Name of the dataset in BigQuery', 'e.g. sales'),
  outputTable: line('table', 'Output Table', 'Name of the table to write to', 'e.g. CARS_SCORED'),
  outputStatementType: v.optional(
    choice({
      title: 'Output Statement Type',
      description: 'How rows get into the table',
      choices: {
        insert: { title: 'Insert', description: 'Every row is a new one' },
        update: { title: 'Update', description: 'Rows that are there get the scores' },
        insert_update: {
          title: 'Insert or Update',
          description: 'Rows that are there get the scores, others are added',
        },
        create_table: {
          title: 'Create Table',
          description: 'The table is made anew; DataRobot advises against it',
        },
      },
      when: withField('statementType'),
    }),
    'insert',
  ),
  outputSchema: option('schema', 'Output Schema', 'Schema of the table', 'e.g. PUBLIC'),
  outputCatalog: option('catalog', 'Output Catalog', 'Catalog, or database, of the table', 'e.g. SALES'),
  outputBucket: line(
    'bucket',
    'Output Bucket',
    'Bucket of Google Cloud Storage that the rows go through',
    'e.g. my-bucket',
  ),
  outputDataSourceId: line('dataSourceId', 'Output Data Source ID', 'ID of the data source in Tableau', id),
  outputCredentialId: line(
    'credentialId',
    'Output Credential ID',
    'ID of the credential to write with, as DataRobot keeps it',
    id,
  ),
  outputSiteName: option('siteName', 'Output Site Name', 'Name of the site in Tableau', 'e.g. marketing'),
  outputOverwrite: v.optional(
    flag({
      title: 'Output Overwrite',
      description: 'Whether to replace the data source in Tableau instead of adding to it',
      when: withField('overwrite'),
      advanced: true,
    }),
  ),
  outputCreateTableIfNotExists: v.optional(
    flag({
      title: 'Output Create Missing Table',
      description: 'Whether to make the table where there is none',
      when: withField('createTableIfNotExists'),
      advanced: true,
    }),
  ),
  outputUpdateColumns: columns(
    'updateColumns',
    'Output Update Columns',
    'Columns of the table that an update changes',
  ),
  outputWhereColumns: columns(
    'whereColumns',
    'Output Where Columns',
    'Columns by which an update finds its row',
  ),
  outputCommitIntervalMs: v.optional(
    duration({
      title: 'Output Commit Interval',
      description:
        'Time between two commits, in whole seconds; 0 commits once at the end, and without it DataRobot takes 10 minutes',
      minMs: 0,
      maxMs: dayMs,
      when: withField('commitIntervalMs'),
      advanced: true,
    }),
  ),
  outputCloudStorageType: option(
    'cloudStorageType',
    'Output Cloud Storage Type',
    'Where the external stage keeps its files; without it, s3',
    'e.g. azure',
  ),
  outputCloudStorageCredentialId: option(
    'cloudStorageCredentialId',
    'Output Cloud Storage Credential ID',
    'ID of the credential for the storage that the rows go through',
    id,
  ),
  outputEndpointUrl: option(
    'endpointUrl',
    'Output Endpoint URL',
    'Address of another storage that is compatible with S3',
    'e.g. https://minio.example.com',
  ),
  outputFormat: v.optional(
    choice({
      title: 'Output Format',
      description: 'Format of the files; without it, CSV',
      choices: { csv: { title: 'CSV' }, parquet: { title: 'Parquet' } },
      when: withField('format'),
      advanced: true,
    }),
  ),
  outputPartitionColumns: columns(
    'partitionColumns',
    'Output Partition Columns',
    'Columns by which a Parquet folder is divided; needed where the URL ends in a slash',
  ),
  outputEncryptionAlgorithm: option(
    'encryptionAlgorithm',
    'Output Encryption Algorithm',
    'How S3 encrypts the files',
    'e.g. aws:kms',
  ),
  outputKmsKeyId: option(
    'kmsKeyId',
    'Output KMS Key ID',
    'ID of the key in KMS to encrypt with',
    'e.g. alias/scores',
  ),
  outputKmsEncryptionContext: option(
    'kmsEncryptionContext',
    'Output KMS Encryption Context',
    'Context of the encryption, as S3 takes it',
    'e.g. eyJ1c2UiOiJzY29yZXMifQ==',
  ),
  outputSettings: v.optional(
    text({
      title: 'Output Settings',
      description: 'The fields of the output in JSON, as DataRobot names them',
      placeholder: 'e.g. {"type": "datasphere"}',
      multiline: true,
      maxLength: 1_000_000,
      problemOf: jsonObjectProblem,
      when: withField('settings'),
    }),
  ),
};
