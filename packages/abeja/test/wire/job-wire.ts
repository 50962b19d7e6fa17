import { asJson, aText, type WireRow } from './wire-row.ts';

const one = '{T}/test/jobs/{job}';
const start = 'POST {T}/test/versions/1/jobs';
const list = { entries: [{ id: '{job}', status: 'Pending' }], limit: 10, offset: 0, total: 1 };

const statistics = {
  num_epochs: 5,
  epoch: 1,
  progress_percentage: 0.5,
  stages: {
    train: { accuracy: 0.9, loss: 0.05 },
    validation: { accuracy: 0.8, loss: 0.1, key2: 2 },
  },
  key1: 'value1',
};

export const jobWire: readonly WireRow[] = [
  {
    operation: 'Op 15 create_training_job',
    ours: {
      line: start,
      json: '{"environment": {"BATCH_SIZE": "50"}, "datasets": {"mnist": "1111111111111"}, "instance_type": "gpu:b-1", "description": "nightly [run:8c1f]", "export_log": true}',
    },
    send: (client, _, signal) =>
      client.createJob(
        'test',
        1,
        {
          environment: { BATCH_SIZE: 50 },
          datasets: { mnist: '1111111111111' },
          instanceType: 'gpu:b-1',
          description: 'nightly [run:8c1f]',
          exportLog: true,
        },
        signal,
      ),
    answer: {
      ...{ id: aText, training_job_id: aText, status: 'Pending', statistics: null },
      ...{ environment: { BATCH_SIZE: '50' }, datasets: { mnist: '1111111111111' } },
      ...{ instance_type: 'gpu:b-1', description: 'nightly [run:8c1f]', exec_env: 'cloud' },
    },
  },
  {
    operation: 'Op 15, with nothing but what is fixed',
    ours: { line: start, json: '{}' },
    send: (client, _, signal) => client.createJob('test', 1, {}, signal),
    theirs: [
      { line: start, json: '{"environment": {"BATCH_SIZE": 50}}' },
      {
        line: start,
        json: '{"dataset_premounted": false, "datalakes": [], "buckets": [], "export_log": false}',
      },
    ],
    answer: { status: 'Pending', start_time: null, completion_time: null },
  },
  {
    operation: 'Op 16 get_training_jobs',
    ours: { line: 'GET {T}/test/jobs?limit=10&offset=0&filter_archived=exclude_archived' },
    send: (client, _, signal) => client.getJobs('test', { limit: 10, offset: 0 }, signal),
    theirs: [
      { line: 'GET {T}/test/jobs' },
      { line: 'GET {T}/test/jobs?filter_archived=include_archived&limit=10&offset=0' },
    ],
    answer: list,
  },
  {
    operation: 'Op 17 get_training_job',
    ours: { line: `GET ${one}` },
    send: (client, { job }, signal) => client.getJob('test', job, signal),
    answer: { id: '{job}', training_job_id: '{job}', job_definition_version: 1, status: 'Pending' },
  },
  {
    operation: 'Op 18 stop_training_job',
    ours: { line: 'POST {T}/test_job_definition/jobs/{job}/stop' },
    send: (client, { job }, signal) => client.stopJob('test_job_definition', job, signal),
    theirs: [{ line: 'POST {T}/test_job_definition/jobs/{job}/stop', json: '{}' }],
    answer: '{"message": "test_job_definition:{job} stopped"}',
  },
  {
    operation: 'Op 19 archive_training_job',
    job: 'stopped',
    ours: { line: 'POST {T}/test-1/jobs/{job}/archive', json: '{}' },
    send: (client, { job }, signal) => client.archiveJob('test-1', job, signal),
    theirs: [
      { line: 'POST {T}/test-1/jobs/{job}/archive' },
      { line: 'POST {T}/test-1/jobs/{job}/archive', ...asJson },
    ],
    answer: '{"message": "test-1 archived"}',
  },
  {
    operation: 'Op 20 unarchive_training_job',
    job: 'stopped',
    ours: { line: 'POST {T}/test-1/jobs/{job}/unarchive', json: '{}' },
    send: (client, { job }, signal) => client.unarchiveJob('test-1', job, signal),
    theirs: [
      { line: 'POST {T}/test-1/jobs/{job}/unarchive' },
      { line: 'POST {T}/test-1/jobs/{job}/unarchive', ...asJson },
    ],
    answer: '{"message": "test-1 unarchived"}',
  },
  {
    operation: 'Op 21 get_training_result',
    job: 'complete',
    ours: { line: `GET ${one}/result` },
    send: (client, { job }, signal) => client.getResultUrl('test', job, signal),
    answer: { artifacts: { complete: { uri: expect.stringMatching(/^https?:\/\/.*\?/) as unknown } } },
  },
  {
    operation: 'Op 22 update_statistics',
    ours: {
      line: `POST ${one}/statistics`,
      json: '{"statistics": {"num_epochs": 5, "epoch": 1, "progress_percentage": 0.5, "stages": {"train": {"accuracy": 0.9, "loss": 0.05}, "validation": {"accuracy": 0.8, "loss": 0.1, "key2": 2}}, "key1": "value1"}}',
    },
    send: (client, { job }, signal) =>
      client.updateStatistics(
        'test',
        job,
        {
          ...{ numEpochs: 5, epoch: 1, progressPercentage: 0.5, stages: statistics.stages },
          others: { key1: 'value1' },
        },
        signal,
      ),
    answer: { id: '{job}', statistics },
  },
];
