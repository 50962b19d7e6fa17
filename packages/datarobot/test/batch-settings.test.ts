import { createBatch } from '../src/index.ts';
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

test('of both, the set of columns wins over the list, as it does at the vendor', () => {
  const request = toRequest({ passthroughAllColumns: true, passthroughColumns: ['a'] });
  expect(request).toEqual({ passthroughColumnsSet: 'all' });
});

test('without the options, no more is sent than that failed rows are to be shown', () => {
  const { inputFields } = createBatch;
  const defaults = Object.fromEntries(
    inputFields.flatMap(({ name, default: initial }) => (initial === undefined ? [] : [[name, initial]])),
  );
  expect(toRequest({ ...defaults, deploymentId: 'd' })).toEqual({
    deploymentId: 'd',
    intakeSettings: { type: 'localFile', multipart: false, async: false },
    outputSettings: { type: 'localFile' },
    csvSettings: { encoding: 'utf-8', quotechar: '"' },
    abortOnError: true,
    includePredictionStatus: true,
    maxExplanations: 0,
  });
});

test('a model of the registry or of the leaderboard scores in place of a deployment', () => {
  expect(toRequest({ scoreWith: 'modelPackage', modelPackageId: 'p' })).toEqual({ modelPackageId: 'p' });
  expect(toRequest({ scoreWith: 'model', modelId: 'm' })).toEqual({ modelId: 'm' });
});

describe('what does not go together is refused before anything is sent', () => {
  const s3In = { intakeType: 's3', intakeUrl: 's3://b/in.csv' };
  const s3Out = { outputType: 's3', outputUrl: 's3://b/out/' };
  test.each<[Inputs, string, RegExp]>([
    [{ deploymentId: undefined }, 'deploymentId', /is needed/],
    [{ modelId: 'm' }, 'modelId', /only goes with Score With Leaderboard Model/],
    [{ scoreWith: 'model', modelId: 'm' }, 'deploymentId', /only goes with Score With Deployment/],
    [{ intakeType: 's3' }, 'intakeUrl', /is needed for intake from Amazon S3/],
    [{ intakeUrl: 's3://b/in.csv' }, 'intakeUrl', /only goes with intake from Amazon S3, Azure/],
    [{ ...s3In, uploadMode: 'parts' }, 'uploadMode', /only goes with intake from Local File/],
    [{ ...s3In, scoreWhileUploading: true }, 'scoreWhileUploading', /only goes with intake from Local File/],
    [{ intakeType: 'http', intakeUrl: 's3://b' }, 'intakeUrl', /must be a URL that starts with https/],
    [{ intakeType: 'jdbc', intakeDataStoreId: 'd' }, 'intakeTable', /give one of the two/],
    [
      { intakeType: 'jdbc', intakeDataStoreId: 'd', intakeTable: 't', intakeQuery: 'q' },
      'intakeQuery',
      /does not go with Intake Table/,
    ],
    [{ intakeType: 'datasphere', intakeSettings: '[1]' }, 'intakeSettings', /must be a JSON object/],
    [{ intakeType: 'datasphere', intakeSettings: '{a: 1}' }, 'intakeSettings', /must be JSON/],
    [{ intakeType: 'other', intakeSettings: '{}' }, 'intakeSettings', /add "type"/],
    [{ intakeType: 'other', intakeSettings: ' ' }, 'intakeSettings', /must not be empty/],
    [{ intakeType: 'other' }, 'intakeSettings', /is needed for intake from Other/],
    [{ ...s3Out, outputFormat: 'parquet' }, 'outputPartitionColumns', /needed for a Parquet folder/],
    [{ ...s3Out, outputPartitionColumns: ['a'] }, 'outputPartitionColumns', /only goes with Parquet/],
    [{ ...s3Out, outputKmsKeyId: 'k' }, 'outputKmsKeyId', /only goes with an Output Encryption Algorithm/],
    [{ outputType: 'http', outputUrl: 'https://x.example' }, 'outputMethod', /is needed/],
    [{ outputType: 'http', outputUrl: 'https://x.example', outputMethod: 'put' }, 'outputMethod', /capitals/],
    [{ outputType: 'tableau', outputUrl: 'https://x.example' }, 'outputDataSourceId', /is needed/],
    [{ outputType: 'jdbc', outputDataStoreId: 'd' }, 'outputTable', /is needed for output to JDBC/],
    [{ outputOverwrite: true }, 'outputOverwrite', /only goes with output to Tableau/],
    [
      { explanationClassNames: ['a'], explanationNumTopClasses: 2 },
      'explanationNumTopClasses',
      /give one of the two/,
    ],
    [{ columnNamesRemapping: ['a'] }, 'columnNamesRemapping', /old=new/],
    [{ predictionSsl: true }, 'predictionSsl', /Prediction Host/],
    [{ forecastPoint: '2027-01-15' }, 'forecastPoint', /Time Series Type Forecast/],
    [{ timeSeriesType: 'forecast', predictionsEndDate: '2027' }, 'predictionsEndDate', /Historical/],
    [{ relaxKnownInAdvanceFeaturesCheck: true }, 'relaxKnownInAdvanceFeaturesCheck', /time series/],
    [{ delimiter: ';;' }, 'delimiter', /one character/],
    [{ maxNgramExplanations: 'some' }, 'maxNgramExplanations', /the word all/],
  ])('%j', async (inputs, field, problem) => {
    const { result } = await stage.perform('batchPrediction.create', { deploymentId: 'd', ...inputs });
    expect(result).toMatchObject({
      status: 'rejected',
      reason: {
        code: 'invalid-input',
        faults: expect.arrayContaining([{ field, problem: expect.stringMatching(problem) }]),
      },
    });
    expect(stage.sandbox.requests()).toEqual([]);
  });
});
