import { csv } from '../support/answers.ts';
import { endpoint } from '../support/scripted-run.ts';
import { page, isJson, type Row } from './row.ts';

const begun = {
  status: 202,
  json: { catalogId: 'c1', catalogVersionId: 'v1', statusId: 'a1b2' },
  headers: { location: `${endpoint}/status/a1b2/` },
};

export const catalogRows: readonly Row[] = [
  {
    call: '3.16 upload a dataset',
    send: (client, signal) =>
      client.uploadDataset({ source: csv('a\n1\n', '売上.csv'), categories: ['TRAINING'] }, signal),
    answer: begun,
    request: 'POST /datasets/fromFile/',
    parts: [
      ['categories', undefined, undefined, 'TRAINING'],
      ['file', '売上.csv', 'text/csv', 'a\n1\n'],
    ],
    gives: { datasetId: 'c1', versionId: 'v1', taskId: 'a1b2' },
  },
  {
    call: '3.16 upload a version',
    send: (client, signal) => client.uploadDataset({ source: csv('a\n1\n'), datasetId: 'c1' }, signal),
    answer: begun,
    request: 'POST /datasets/c1/versions/fromFile/',
    parts: [['file', 'people.csv', 'text/csv', 'a\n1\n']],
  },
  {
    call: '3.16 import a dataset',
    send: (client, signal) =>
      client.importDataset({ url: 'https://files.example/t.csv', doSnapshot: true }, signal),
    answer: begun,
    request: 'POST /datasets/fromURL/',
    json: { url: 'https://files.example/t.csv', doSnapshot: true },
    headers: isJson,
  },
  {
    call: '3.16 import a version',
    send: (client, signal) =>
      client.importDataset(
        {
          datasetId: 'c1',
          url: 'https://files.example/t.csv',
          persistDataAfterIngestion: true,
          sampleSize: { type: 'rows', value: 100 },
        },
        signal,
      ),
    answer: begun,
    request: 'POST /datasets/c1/versions/fromURL/',
    json: {
      url: 'https://files.example/t.csv',
      persistDataAfterIngestion: true,
      sampleSize: { type: 'rows', value: 100 },
    },
    headers: isJson,
  },
  {
    call: '3.16 list datasets',
    send: (client, signal) =>
      client.getDatasets(
        {
          offset: 0,
          limit: 10,
          category: 'TRAINING',
          orderBy: '-created',
          filterFailed: true,
          datasetVersionIds: ['v1', 'v2'],
        },
        signal,
      ),
    answer: { status: 200, json: page },
    request:
      'GET /datasets/?offset=0&limit=10&category=TRAINING&orderBy=-created&filterFailed=true&datasetVersionIds=v1&datasetVersionIds=v2',
  },
  {
    call: '3.16 read a dataset',
    send: (client, signal) => client.getDataset('c1', signal),
    answer: { status: 200, json: { datasetId: 'c1', processingState: 'COMPLETED', datasetSize: 54321 } },
    request: 'GET /datasets/c1/',
    gives: { datasetId: 'c1', processingState: 'COMPLETED', datasetBytes: 54321 },
  },
  {
    call: '3.16 change a dataset',
    send: (client, signal) => client.updateDataset('c1', { categories: ['PREDICTION'] }, signal),
    answer: { status: 200, json: {} },
    request: 'PATCH /datasets/c1/',
    json: { categories: ['PREDICTION'] },
    headers: isJson,
  },
  {
    call: '3.16 delete a dataset',
    send: (client, signal) => client.deleteDataset('c1', signal),
    answer: { status: 204 },
    request: 'DELETE /datasets/c1/',
  },
  {
    call: '3.16 list versions',
    send: (client, signal) => client.getDatasetVersions('c1', { limit: 5 }, signal),
    answer: { status: 200, json: page },
    request: 'GET /datasets/c1/versions/?limit=5',
  },
  {
    call: '3.16 read a version',
    send: (client, signal) => client.getDatasetVersion('c1', 'v1', signal),
    answer: { status: 200, json: { datasetId: 'c1', versionId: 'v1' } },
    request: 'GET /datasets/c1/versions/v1/',
  },
];
