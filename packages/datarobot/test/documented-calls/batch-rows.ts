import { completed, created, csv, csvText, deploymentId, job, jobId, linkless } from '../support/answers.ts';
import { page, isJson, type Row } from './row.ts';

const definitionId = '66aa';

export const batchRows: readonly Row[] = [
  {
    call: '3.6 create a batch job',
    send: (client, signal) =>
      client.createBatchJob(
        {
          deploymentId,
          intakeSettings: { type: 'localFile', multipart: false, async: false },
          outputSettings: { type: 'localFile' },
        },
        signal,
      ),
    answer: created,
    request: 'POST /batchPredictions/',
    json: {
      deploymentId,
      intakeSettings: { type: 'localFile', multipart: false, async: false },
      outputSettings: { type: 'localFile' },
    },
    headers: { 'content-type': 'application/json' },
  },
  {
    call: '3.6 create a batch job from a cloud into a database',
    send: (client, signal) =>
      client.createBatchJob(
        {
          deploymentId,
          intakeSettings: { type: 's3', url: 's3://b/in.csv', credentialId: 'cr1', format: 'csv' },
          outputSettings: { type: 'jdbc', dataStoreId: 'ds1', table: 'scored', statementType: 'insert' },
          columnNamesRemapping: { from: 'to', gone: null },
          maxExplanations: 3,
        },
        signal,
      ),
    answer: created,
    request: 'POST /batchPredictions/',
    json: {
      deploymentId,
      intakeSettings: { type: 's3', url: 's3://b/in.csv', credentialId: 'cr1', format: 'csv' },
      outputSettings: { type: 'jdbc', dataStoreId: 'ds1', table: 'scored', statementType: 'insert' },
      columnNamesRemapping: { from: 'to', gone: null },
      maxExplanations: 3,
    },
    headers: isJson,
  },
  {
    call: '3.10 send its data',
    send: (client, signal) => client.putCsv({ job: linkless, source: csv() }, signal),
    answer: { status: 202 },
    request: `PUT /batchPredictions/${jobId}/csvUpload/`,
    body: csvText,
    headers: { 'content-type': 'text/csv' },
  },
  {
    call: '3.10 send a part',
    send: (client, signal) =>
      client.putCsvPart({ job: linkless, source: csv(), part: 2, maxAttempts: 3 }, signal),
    answer: { status: 202 },
    request: `PUT /batchPredictions/${jobId}/csvUpload/part/2/`,
    body: csvText,
    headers: { 'content-type': 'text/csv' },
  },
  {
    call: '3.10 finalize the parts',
    send: (client, signal) => client.finalizeCsv(linkless, signal),
    answer: { status: 202 },
    request: `POST /batchPredictions/${jobId}/csvUpload/finalizeMultipart/`,
    gives: undefined,
  },
  {
    call: '3.11 read a job',
    send: (client, signal) => client.getBatchJob(jobId, signal),
    answer: { status: 200, json: job('RUNNING') },
    request: `GET /batchPredictions/${jobId}/`,
  },
  {
    call: '3.11 list jobs',
    send: (client, signal) =>
      client.getBatchJobs({ deploymentId, status: ['RUNNING', 'INITIALIZING'], orderBy: '-created' }, signal),
    answer: { status: 200, json: page },
    request: `GET /batchPredictions/?deploymentId=${deploymentId}&status=RUNNING&status=INITIALIZING&orderBy=-created`,
  },
  {
    call: '3.11 end a job',
    send: (client, signal) => client.deleteBatchJob(jobId, signal),
    answer: { status: 202 },
    request: `DELETE /batchPredictions/${jobId}/`,
  },
  {
    call: '3.11 list jobs, with every filter',
    send: (client, signal) =>
      client.getBatchJobs(
        {
          offset: 0,
          limit: 100,
          jobId,
          deploymentId,
          modelId: 'm1',
          batchPredictionJobDefinitionId: definitionId,
          status: ['FAILED'],
          source: ['-Public API'],
          hostname: 'h',
          intakeType: 's3',
          outputType: 's3',
          cutoffHours: 24,
          startDateTime: '2024-05-01T00:00:00Z',
          endDateTime: '2024-05-02T00:00:00Z',
          orderBy: 'status',
        },
        signal,
      ),
    answer: { status: 200, json: page },
    request: `GET /batchPredictions/?offset=0&limit=100&jobId=${jobId}&deploymentId=${deploymentId}&modelId=m1&batchPredictionJobDefinitionId=66aa&status=FAILED&source=-Public%20API&hostname=h&intakeType=s3&outputType=s3&cutoffHours=24&startDateTime=2024-05-01T00%3A00%3A00Z&endDateTime=2024-05-02T00%3A00%3A00Z&orderBy=status`,
  },
  {
    call: '3.11 hide a job',
    send: (client, signal) => client.setBatchJobHidden(jobId, true, signal),
    answer: { status: 200, json: completed() },
    request: `PATCH /batchPredictions/${jobId}/`,
    json: { hidden: true },
    headers: isJson,
  },
  {
    call: '3.12 download what is scored',
    send: async (client, signal) => (await client.downloadScored(completed(), signal)).body.cancel(),
    answer: { status: 200, text: 'a\n1\n' },
    request: `GET /batchPredictions/${jobId}/download/`,
    headers: { accept: '*/*' },
  },
  {
    call: '3.13 copy a job',
    send: (client, signal) => client.copyBatchJob(jobId, signal),
    answer: created,
    request: 'POST /batchPredictions/fromExisting/',
    json: { predictionJobId: jobId },
    headers: isJson,
  },
  {
    call: '3.13 run a definition',
    send: (client, signal) => client.runJobDefinition(definitionId, signal),
    answer: created,
    request: 'POST /batchPredictions/fromJobDefinition/',
    json: { jobDefinitionId: definitionId },
    headers: isJson,
  },
];
