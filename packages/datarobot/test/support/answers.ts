import { bytesSource, type Source } from '@modelferry/upload';
import type { AnswerStep } from '@modelferry/testkit';
import { endpoint } from './scripted-run.ts';

export const jobId = '6650a1b2c3d4e5f601020304';
export const deploymentId = '5e7e6a3f8e7d8c0001a1b2c3';

/** A batch job as the specification shows it. */
export const job = (status: string, more: object = {}) => ({
  id: jobId,
  status,
  statusDetails: `Job is ${status}`,
  created: '2027-01-15T08:00:00Z',
  elapsedTimeSec: 12,
  percentageCompleted: 0,
  scoredRows: 0,
  failedRows: 0,
  skippedRows: 0,
  logs: ['Job created', `Job is ${status}`],
  queued: status !== 'INITIALIZING',
  queuePosition: 0,
  resultsDeleted: false,
  jobSpec: {
    deploymentId,
    intakeSettings: { type: 'localFile', multipart: false, async: false },
    outputSettings: { type: 'localFile' },
  },
  links: {
    self: `${endpoint}/batchPredictions/${jobId}/`,
    csvUpload: `${endpoint}/batchPredictions/${jobId}/csvUpload/`,
  },
  ...more,
});

/** A job that has scored. */
export const completed = (scoredRows = 2, more: object = {}) =>
  job('COMPLETED', {
    scoredRows,
    percentageCompleted: 100,
    links: { download: `${endpoint}/batchPredictions/${jobId}/download/` },
    ...more,
  });

export const created: AnswerStep = {
  status: 202,
  json: job('INITIALIZING'),
  headers: { location: `${endpoint}/batchPredictions/${jobId}/` },
};

/** A job of which only the ID is known: its documented paths are used. */
export const linkless = { id: jobId, links: undefined };

export const csvText = 'id,age\n1,42\n2,37\n';

export const csv = (text = csvText, name = 'people.csv'): Source =>
  bytesSource(name, new TextEncoder().encode(text));

/** A result with so many rows. */
export const result = (rows = 2): string =>
  `id,bought_PREDICTION,prediction_status\n${Array.from({ length: rows }, (_, at) => `${at + 1},yes,OK\n`).join('')}`;
