import { toRequest } from '../src/batch/settings/to-request.ts';
import { intakeTypes } from '../src/batch/settings/intake-types.ts';
import { outputTypes } from '../src/batch/settings/output-types.ts';
import { Stage, type Inputs } from './fault-table/support/stage.ts';

const stage = Stage.forFile();
beforeEach(() => stage.reset());

/** What the job that comes of these inputs shows of its settings. */
async function specOf(inputs: Inputs): Promise<Record<string, unknown>> {
  const { result } = await stage.perform('batchPrediction.create', {
    deploymentId: stage.deployment.id,
    ...inputs,
  });
  if (result.status === 'rejected') throw result.reason;
  const { jobId } = result.value as { readonly jobId: string };
  const { endpoint, apiToken } = stage.platform;
  const headers = { authorization: `Bearer ${apiToken}` };
  const answer = await fetch(`${endpoint}/batchPredictions/${jobId}/`, { headers });
  return ((await answer.json()) as { readonly jobSpec: Record<string, unknown> }).jobSpec;
}

const credentialId = 'c1';
const table = { schema: 'S', catalog: 'C', table: 'T' };
const tableInputs = (side: string) => ({
  [`${side}Schema`]: 'S',
  [`${side}Catalog`]: 'C',
  [`${side}Table`]: 'T',
});

/** Inputs of every type with all of its fields, and what the vendor is to be told. */
const intakes: readonly (readonly [type: string, inputs: Inputs, settings: object])[] = [
  ['localFile', {}, { multipart: false, async: false }],
  ['localFile', { uploadMode: 'parts', scoreWhileUploading: true }, { multipart: true, async: true }],
  [
    's3',
    {
      intakeUrl: 's3://b/in.csv',
      intakeCredentialId: credentialId,
      intakeEndpointUrl: 'https://minio.example',
      intakeFormat: 'parquet',
    },
    { url: 's3://b/in.csv', credentialId, endpointUrl: 'https://minio.example', format: 'parquet' },
  ],
  [
    'azure',
    { intakeUrl: 'https://a.example/in.csv', intakeCredentialId: credentialId, intakeFormat: 'csv' },
    { url: 'https://a.example/in.csv', credentialId, format: 'csv' },
  ],
  ['gcp', { intakeUrl: 'gs://b/in.csv' }, { url: 'gs://b/in.csv' }],
  ['http', { intakeUrl: 'https://x.example/in.csv' }, { url: 'https://x.example/in.csv' }],
  [
    'jdbc',
    { intakeDataStoreId: 'd', intakeCredentialId: credentialId, ...tableInputs('intake') },
    { dataStoreId: 'd', credentialId, ...table },
  ],
  [
    'jdbc',
    { intakeDataStoreId: 'd', intakeQuery: "SELECT '{{ current_run_timestamp }}'" },
    { dataStoreId: 'd', query: "SELECT '{{ current_run_timestamp }}'" },
  ],
  [
    'snowflake',
    {
      intakeDataStoreId: 'd',
      intakeExternalStage: 'st',
      intakeCredentialId: credentialId,
      intakeCloudStorageType: 'azure',
      intakeCloudStorageCredentialId: 'c2',
      intakeQuery: 'SELECT 1',
    },
    {
      dataStoreId: 'd',
      externalStage: 'st',
      credentialId,
      cloudStorageType: 'azure',
      cloudStorageCredentialId: 'c2',
      query: 'SELECT 1',
    },
  ],
  [
    'synapse',
    {
      intakeDataStoreId: 'd',
      intakeExternalDataSource: 'x',
      intakeCloudStorageCredentialId: 'c2',
      ...tableInputs('intake'),
    },
    { dataStoreId: 'd', externalDataSource: 'x', cloudStorageCredentialId: 'c2', ...table },
  ],
  [
    'bigquery',
    { intakeDataset: 'ds', intakeTable: 'T', intakeBucket: 'b', intakeCredentialId: credentialId },
    { dataset: 'ds', table: 'T', bucket: 'b', credentialId },
  ],
  [
    'dss',
    { intakeProjectId: 'p', intakeDatasetId: 'd', intakePartition: 'holdout' },
    { projectId: 'p', datasetId: 'd', partition: 'holdout' },
  ],
  ['dataStage', { intakeDataStageId: 's' }, { dataStageId: 's' }],
  ['fileSystem', { intakePath: '/in.csv' }, { path: '/in.csv' }],
  ['datasphere', { intakeSettings: '{"view": "V", "n": 1}' }, { view: 'V', n: 1 }],
  ['datasphere', {}, {}],
];

const outputs: typeof intakes = [
  ['localFile', {}, {}],
  [
    's3',
    {
      outputUrl: 's3://b/out/',
      outputCredentialId: credentialId,
      outputEndpointUrl: 'https://minio.example',
      outputFormat: 'parquet',
      outputPartitionColumns: ['year'],
      outputEncryptionAlgorithm: 'aws:kms',
      outputKmsKeyId: 'k',
      outputKmsEncryptionContext: 'e30=',
    },
    {
      url: 's3://b/out/',
      credentialId,
      endpointUrl: 'https://minio.example',
      format: 'parquet',
      partitionColumns: ['year'],
      serverSideEncryption: { algorithm: 'aws:kms', kmsKeyId: 'k', kmsEncryptionContext: 'e30=' },
    },
  ],
  ['azure', { outputUrl: 'https://a.example/out.csv' }, { url: 'https://a.example/out.csv' }],
  ['gcp', { outputUrl: 'gs://b/out.csv', outputFormat: 'csv' }, { url: 'gs://b/out.csv', format: 'csv' }],
  [
    'http',
    { outputUrl: 'https://x.example/out', outputMethod: 'PUT' },
    { url: 'https://x.example/out', method: 'PUT' },
  ],
  [
    'jdbc',
    {
      outputDataStoreId: 'd',
      outputCredentialId: credentialId,
      ...tableInputs('output'),
      outputStatementType: 'insert_update',
      outputUpdateColumns: ['score'],
      outputWhereColumns: ['id'],
      outputCreateTableIfNotExists: true,
      outputCommitIntervalMs: 0,
    },
    {
      dataStoreId: 'd',
      credentialId,
      ...table,
      statementType: 'insert_update',
      updateColumns: ['score'],
      whereColumns: ['id'],
      createTableIfNotExists: true,
      commitInterval: 0,
    },
  ],
  [
    'snowflake',
    {
      outputDataStoreId: 'd',
      outputExternalStage: 'st',
      ...tableInputs('output'),
      outputCloudStorageType: 's3',
      outputCloudStorageCredentialId: 'c2',
    },
    {
      dataStoreId: 'd',
      externalStage: 'st',
      ...table,
      statementType: 'insert',
      cloudStorageType: 's3',
      cloudStorageCredentialId: 'c2',
    },
  ],
  [
    'synapse',
    {
      outputDataStoreId: 'd',
      outputExternalDataSource: 'x',
      outputTable: 'T',
      outputStatementType: 'update',
    },
    { dataStoreId: 'd', externalDataSource: 'x', table: 'T', statementType: 'update' },
  ],
  [
    'bigquery',
    { outputDataset: 'ds', outputTable: 'T', outputBucket: 'b', outputCredentialId: credentialId },
    { dataset: 'ds', table: 'T', bucket: 'b', credentialId },
  ],
  [
    'tableau',
    {
      outputUrl: 'https://t.example',
      outputDataSourceId: 's',
      outputSiteName: 'm',
      outputCredentialId: credentialId,
    },
    { url: 'https://t.example', dataSourceId: 's', siteName: 'm', credentialId, overwrite: false },
  ],
  [
    'tableau',
    { outputUrl: 'https://t.example', outputDataSourceId: 's', outputOverwrite: true },
    { url: 'https://t.example', dataSourceId: 's', overwrite: true },
  ],
  ['fileSystem', { outputPath: '/out.csv' }, { path: '/out.csv' }],
  ['datasphere', { outputSettings: '{"view": "V"}' }, { view: 'V' }],
];

describe('every intake comes to the vendor as it documents it', () => {
  test.each(intakes)('%s %j', async (type, inputs, settings) => {
    const spec = await specOf({ intakeType: type, ...inputs });
    expect(spec['intakeSettings']).toEqual({ type, ...settings });
  });

  test('a dataset of the catalog, and one version of it', async () => {
    const [dataset] = stage.platform.datasets;
    const inputs = { intakeType: 'dataset', intakeDatasetId: dataset!.id };
    expect((await specOf(inputs))['intakeSettings']).toEqual({ type: 'dataset', datasetId: dataset!.id });
    const request = toRequest({ ...inputs, intakeDatasetVersionId: 'v1' });
    expect(request.intakeSettings).toEqual({
      type: 'dataset',
      datasetId: dataset!.id,
      datasetVersionId: 'v1',
    });
  });

  test('one that is not listed, by its own name', () => {
    const other = (settings: object) =>
      toRequest({ intakeType: 'other', intakeSettings: JSON.stringify(settings) }).intakeSettings;
    expect(other({ type: 'tape', reel: 7 })).toEqual({ type: 'tape', reel: 7 });
    expect(other({ type: 'bigQuery', table: 't' })).toEqual({ type: 'bigquery', table: 't' });
  });

  test('none is missing here', () => {
    const tested = new Set([...intakes.map(([type]) => type), 'dataset', 'other']);
    expect([...tested].sort()).toEqual(Object.keys(intakeTypes).sort());
  });
});

describe('every output comes to the vendor as it documents it', () => {
  test.each(outputs)('%s %j', async (type, inputs, settings) => {
    const spec = await specOf({ outputType: type, ...inputs });
    expect(spec['outputSettings']).toEqual({ type, ...settings });
  });

  test('none is missing here', () => {
    const tested = new Set([...outputs.map(([type]) => type), 'other']);
    expect([...tested].sort()).toEqual(Object.keys(outputTypes).sort());
  });
});

test('all other settings come to the vendor as it documents them', async () => {
  const spec = await specOf({
    passthroughColumns: ['Name'],
    includePredictionStatus: false,
    maxExplanations: 3,
    includeProbabilities: false,
    includeProbabilitiesClasses: ['a'],
    predictionThreshold: 0.25,
    predictionWarningEnabled: true,
    columnNamesRemapping: ['a=b', 'c=', 'x=y=z'],
    explanationAlgorithm: 'shap',
    maxNgramExplanations: '12',
    explanationClassNames: ['a'],
    explanationsMode: 'm',
    thresholdHigh: 0.9,
    thresholdLow: 0.1,
    delimiter: 'tab',
    encoding: 'shift_jis',
    quoteCharacter: "'",
    abortOnError: false,
    disableRowLevelErrorHandling: true,
    numConcurrent: 2,
    chunkSize: '1048576',
    predictionHost: 'p.example',
    predictionSsl: false,
    pinnedModelId: 'm1',
    skipDriftTracking: true,
    secondaryDatasetsConfigId: 's1',
    batchJobType: 'prediction',
    monitoringBatchPrefix: 'nightly',
    timeSeriesType: 'historical',
    predictionsStartDate: '2026-01-01T00:00:00Z',
    predictionsEndDate: '2027-01-01T00:00:00Z',
    relaxKnownInAdvanceFeaturesCheck: true,
  });
  expect(spec).toMatchObject({
    passthroughColumns: ['Name'],
    includePredictionStatus: false,
    maxExplanations: 3,
    includeProbabilities: false,
    includeProbabilitiesClasses: ['a'],
    predictionThreshold: 0.25,
    predictionWarningEnabled: true,
    columnNamesRemapping: [
      { inputName: 'a', outputName: 'b' },
      { inputName: 'c', outputName: null },
      { inputName: 'x=y', outputName: 'z' },
    ],
    explanationAlgorithm: 'shap',
    maxNgramExplanations: 12,
    explanationClassNames: ['a'],
    explanationsMode: 'm',
    thresholdHigh: 0.9,
    thresholdLow: 0.1,
    csvSettings: { delimiter: 'tab', encoding: 'shift_jis', quotechar: "'" },
    abortOnError: false,
    disableRowLevelErrorHandling: true,
    numConcurrent: 2,
    chunkSize: 1_048_576,
    predictionInstance: { hostName: 'p.example', sslEnabled: false },
    pinnedModelId: 'm1',
    skipDriftTracking: true,
    secondaryDatasetsConfigId: 's1',
    batchJobType: 'prediction',
    monitoringBatchPrefix: 'nightly',
    timeseriesSettings: {
      type: 'historical',
      predictionsStartDate: '2026-01-01T00:00:00Z',
      predictionsEndDate: '2027-01-01T00:00:00Z',
      relaxKnownInAdvanceFeaturesCheck: true,
    },
  });
});
