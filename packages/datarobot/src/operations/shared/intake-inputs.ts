import { choice, reference, text } from '@modelferry/operation';
import * as v from 'valibot';
import { typesWith } from '../../batch/settings/adapter-type.ts';
import { intakeTypes } from '../../batch/settings/intake-types.ts';
import { jsonObjectProblem } from '../../batch/settings/json-object.ts';

/** Shows an input with the types that have a field of the vendor's. */
const withField = (field: string) => ({ intakeType: typesWith(intakeTypes, field) });

const line = (field: string, title: string, description: string, placeholder: string) =>
  v.optional(text({ title, description, placeholder, when: withField(field) }));

/** Rarely needed. */
const option = (field: string, title: string, description: string, placeholder: string) =>
  v.optional(text({ title, description, placeholder, when: withField(field), advanced: true }));

const id = 'e.g. 5e7e6a3f8e7d8c0001a1b2c3';
const filledIn =
  'in a definition, DataRobot fills in placeholders such as {{ current_run_timestamp }}: enter them as fixed text, not as an expression';

/** What the types of intake are told by. Source: section 3.7. */
export const intakeInputs = {
  intakeUrl: line(
    'url',
    'Intake URL',
    'Address of the rows to score: a file, or of cloud storage a folder too; for HTTP, a pre-signed one will do',
    'e.g. s3://bucket/in/cars.csv',
  ),
  intakePath: line('path', 'Intake Path', 'Path of the file on the server', 'e.g. /data/in/cars.csv'),
  intakeDatasetId: v.optional(
    reference({
      title: 'Intake Dataset',
      description: 'The dataset to score: of the AI Catalog, or of the project by its ID',
      lookup: 'datasets',
      urlPattern: '/(?:ai-catalog|datasets)/([^/?#]+)',
      placeholder: id,
      when: withField('datasetId'),
    }),
  ),
  intakeDatasetVersionId: option(
    'datasetVersionId',
    'Intake Dataset Version ID',
    'ID of one version of the dataset; without it, the latest one is scored',
    id,
  ),
  intakeProjectId: line('projectId', 'Intake Project ID', 'ID of the project on the leaderboard', id),
  intakePartition: v.optional(
    choice({
      title: 'Intake Partition',
      description: "Which part of the project's training data to score",
      choices: {
        holdout: { title: 'Holdout' },
        validation: { title: 'Validation' },
        allBacktests: { title: 'All Backtests' },
      },
      when: withField('partition'),
      advanced: true,
    }),
  ),
  intakeDataStageId: line('dataStageId', 'Intake Data Stage ID', 'ID of the data stage', id),
  intakeDataStoreId: line(
    'dataStoreId',
    'Intake Data Store ID',
    'ID of the data store, as DataRobot keeps the connection',
    id,
  ),
  intakeExternalStage: line(
    'externalStage',
    'Intake External Stage',
    'Name of the external stage that the rows come through',
    'e.g. MY_STAGE',
  ),
  intakeExternalDataSource: line(
    'externalDataSource',
    'Intake External Data Source',
    'Name of the external data source that the rows come through',
    'e.g. my_source',
  ),
  intakeDataset: line('dataset', 'Intake BigQuery Dataset', 'Name of the dataset in BigQuery', 'e.g. sales'),
  intakeTable: line('table', 'Intake Table', `Name of the table to score; ${filledIn}`, 'e.g. CARS'),
  intakeQuery: v.optional(
    text({
      title: 'Intake Query',
      description: `The SELECT whose rows to score, in place of a table; ${filledIn}`,
      placeholder: 'e.g. SELECT * FROM cars',
      multiline: true,
      maxLength: 1_000_000,
      when: withField('query'),
    }),
  ),
  intakeSchema: option('schema', 'Intake Schema', 'Schema of the table', 'e.g. PUBLIC'),
  intakeCatalog: option('catalog', 'Intake Catalog', 'Catalog, or database, of the table', 'e.g. SALES'),
  intakeBucket: line(
    'bucket',
    'Intake Bucket',
    'Bucket of Google Cloud Storage that the rows come through',
    'e.g. my-bucket',
  ),
  intakeCredentialId: line(
    'credentialId',
    'Intake Credential ID',
    'ID of the credential to read with, as DataRobot keeps it; without it, only what is public can be read',
    id,
  ),
  intakeCloudStorageType: option(
    'cloudStorageType',
    'Intake Cloud Storage Type',
    'Where the external stage keeps its files; without it, s3',
    'e.g. azure',
  ),
  intakeCloudStorageCredentialId: option(
    'cloudStorageCredentialId',
    'Intake Cloud Storage Credential ID',
    'ID of the credential for the storage that the rows come through',
    id,
  ),
  intakeEndpointUrl: option(
    'endpointUrl',
    'Intake Endpoint URL',
    'Address of another storage that is compatible with S3',
    'e.g. https://minio.example.com',
  ),
  intakeFormat: v.optional(
    choice({
      title: 'Intake Format',
      description: 'Format of the files; without it, CSV',
      choices: { csv: { title: 'CSV' }, parquet: { title: 'Parquet' } },
      when: withField('format'),
      advanced: true,
    }),
  ),
  intakeSettings: v.optional(
    text({
      title: 'Intake Settings',
      description: 'The fields of the intake in JSON, as DataRobot names them',
      placeholder: 'e.g. {"type": "datasphere"}',
      multiline: true,
      maxLength: 1_000_000,
      problemOf: jsonObjectProblem,
      when: withField('settings'),
    }),
  ),
};
