import { scoreBatch } from '../src/index.ts';
import { completed, created, csv, deploymentId, job, jobId, result } from './support/answers.ts';
import { apiToken, endpoint, scriptedRun } from './support/scripted-run.ts';

test('creates a job, sends the file, waits behind the queue, and saves the checked result', async () => {
  const run = scriptedRun([
    created,
    { status: 202 },
    { status: 200, json: job('INITIALIZING', { queued: true, queuePosition: 2 }) },
    { status: 200, json: job('RUNNING', { scoredRows: 1, percentageCompleted: 50 }) },
    { status: 200, json: completed() },
    { status: 200, text: result(), headers: { 'content-type': 'text/csv' } },
    { status: 200, json: completed() },
  ]);
  const outputs = await scoreBatch.run(run.context, { deploymentId, file: csv() });
  run.transport.expectConsumed();
  expect(outputs).toMatchObject({
    jobId,
    status: 'COMPLETED',
    finished: true,
    pending: false,
    scoredRows: 2,
    failedRows: 0,
    resultFile: { name: `result-${jobId}.csv`, location: `memory:result-${jobId}.csv` },
  });
  expect(run.transport.requests.map(({ method, url }) => `${method} ${url.slice(endpoint.length)}`)).toEqual([
    'POST /batchPredictions/',
    `PUT /batchPredictions/${jobId}/csvUpload/`,
    `GET /batchPredictions/${jobId}/`,
    `GET /batchPredictions/${jobId}/`,
    `GET /batchPredictions/${jobId}/`,
    `GET /batchPredictions/${jobId}/download/`,
    `GET /batchPredictions/${jobId}/`,
  ]);
  const [create, put] = run.transport.requests;
  expect(create?.headers).toMatchObject({ authorization: `Bearer ${apiToken}` });
  expect(run.records.map(({ phase }) => phase)).toEqual(['created', 'uploading', 'uploaded']);
  expect(put?.headers['content-type']).toBe('text/csv');
  expect(new TextDecoder().decode(run.files.get(`result-${jobId}.csv`))).toBe(result());
});
