import { sameSettings } from '../src/batch/starting/same-settings.ts';

const asked = {
  deploymentId: 'd',
  intakeSettings: { type: 's3', url: 's3://b/in.csv', credentialId: 'c' },
  outputSettings: { type: 'jdbc', dataStoreId: 's', table: 't', statementType: 'insert' },
  csvSettings: { encoding: 'utf-8', quotechar: '"' },
  includePredictionStatus: true,
  maxExplanations: 0,
};
const shown = {
  ...asked,
  intakeSettings: { ...asked.intakeSettings, format: 'csv' },
  outputSettings: { ...asked.outputSettings, commitInterval: 600, catalog: null },
  csvSettings: { delimiter: ',', encoding: 'utf-8', quotechar: '"' },
  ...{ abortOnError: true, chunkSize: 'auto', includeProbabilities: true, includeProbabilitiesClasses: [] },
  ...{ numConcurrent: 4, passthroughColumns: null, passthroughColumnsSet: null, somethingNew: { a: 1 } },
};

test('what the vendor adds by itself does not matter', () => {
  expect(sameSettings(asked, shown)).toBe(true);
  expect(sameSettings(asked, { ...asked })).toBe(true);
  expect(sameSettings(shown, shown)).toBe(true);
});

test.each<[string, object]>([
  ['another deployment', { deploymentId: 'e' }],
  ['another source', { intakeSettings: { ...asked.intakeSettings, url: 's3://b/other.csv' } }],
  ['a source of another type', { intakeSettings: { type: 'dataset', datasetId: 'x' } }],
  ['another table', { outputSettings: { ...asked.outputSettings, table: 'u' } }],
  ['nothing said of its destination', { outputSettings: undefined }],
  ['a setting that was not asked for', { passthroughColumns: ['a'] }],
  ['renamed columns', { columnNamesRemapping: [{ inputName: 'a', outputName: 'b' }] }],
  ['a switch the other way', { abortOnError: false }],
  ['another delimiter', { csvSettings: { ...shown.csvSettings, delimiter: ';' } }],
  ['a time series', { timeseriesSettings: { type: 'forecast' } }],
])('%s makes another job', (_, change) => {
  expect(sameSettings(asked, { ...shown, ...change })).toBe(false);
});

test('a job that shows nothing could be any', () => {
  expect(sameSettings(asked, undefined)).toBe(false);
});

test('what is hidden is not held against a job', () => {
  const instance = { hostName: 'p', apiKey: 'secret' };
  const hidden = { ...shown, predictionInstance: { hostName: 'p', apiKey: '[redacted]' } };
  expect(sameSettings({ ...asked, predictionInstance: instance }, hidden)).toBe(true);
  expect(sameSettings(hidden, { ...shown, predictionInstance: instance })).toBe(true);
  expect(sameSettings({ ...asked, predictionInstance: { hostName: 'q' } }, hidden)).toBe(false);
});

test('renamed columns are the same in both of their forms, in any order', () => {
  const asList = [
    { inputName: 'c', outputName: null },
    { inputName: 'a', outputName: 'b' },
  ];
  const renamed = { ...asked, columnNamesRemapping: { a: 'b', c: null } };
  expect(sameSettings(renamed, { ...shown, columnNamesRemapping: asList })).toBe(true);
  expect(sameSettings(renamed, { ...shown, columnNamesRemapping: asList.slice(1) })).toBe(false);
  expect(sameSettings(renamed, shown)).toBe(false);
});
