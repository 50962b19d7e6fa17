import { createBatch } from '../src/index.ts';
import { toRequest } from '../src/batch/settings/to-request.ts';
import { Stage, type Inputs } from './fault-table/support/stage.ts';

const stage = Stage.forFile();
beforeEach(() => stage.reset());

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
