/** What DataRobot says of a batch prediction job, with the fields that it documents. */
export const jobAnswer = (id: string, finished: boolean): string =>
  JSON.stringify({
    id,
    status: finished ? 'COMPLETED' : 'RUNNING',
    statusDetails: finished ? 'Job completed at 2026-01-01 00:00:00' : 'Scoring',
    percentageCompleted: finished ? 100 : 40,
    elapsedTimeSec: 12,
    failedRows: 0,
    skippedRows: 0,
    scoredRows: 4_000,
    intakeDatasetDisplayName: null,
    jobIntakeSize: 1_048_576,
    jobOutputSize: 524_288,
    logs: ['Scoring with deployment 5f1e0000000000000000d001', 'Opened the intake', 'Scoring 10000 rows'],
    created: '2026-01-01T00:00:00.000000Z',
    createdBy: { fullName: 'A User', userId: '5f1e00000000000000000001', username: 'user@example.com' },
    queued: false,
    source: 'API',
    links: {
      self: `https://app.datarobot.com/api/v2/batchPredictions/${id}/`,
      csvUpload: `https://app.datarobot.com/api/v2/batchPredictions/${id}/csvUpload/`,
      ...(finished && { download: `https://app.datarobot.com/api/v2/batchPredictions/${id}/download/` }),
    },
    jobSpec: {
      deploymentId: '5f1e0000000000000000d001',
      numConcurrent: 4,
      includeProbabilities: true,
      csvSettings: { delimiter: ',', encoding: 'utf-8', quotechar: '"' },
      intakeSettings: { type: 'localFile', multipart: false },
      outputSettings: { type: 'localFile' },
    },
  });
