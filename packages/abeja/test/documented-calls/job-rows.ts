import { fileUrl, job, said } from '../support/answers.ts';
import { bare, isJson, like, noEntries, T, type Row } from './row.ts';

const statistics = {
  num_epochs: 5,
  epoch: 0,
  progress_percentage: 0.5,
  stages: {
    train: { accuracy: 0.9, loss: 0 },
    validation: { accuracy: 'Infinity', loss: 0.1, key2: 2 },
  },
  key1: 'value1',
};

export const jobRows: readonly Row[] = [
  {
    call: 'Op 15 create_training_job',
    send: (client, signal) =>
      client.createJob(
        'test',
        1,
        {
          environment: { BATCH_SIZE: 50, DEBUG: true, NAME: 'a' },
          datasets: { mnist: '1111111111111' },
          instanceType: 'gpu:b-1',
          description: 'nightly [run:8c1f]',
          exportLog: true,
        },
        signal,
      ),
    answer: { status: 200, json: job },
    request: `POST ${T}/test/versions/1/jobs`,
    json: {
      environment: { BATCH_SIZE: '50', DEBUG: 'true', NAME: 'a' },
      datasets: { mnist: '1111111111111' },
      instance_type: 'gpu:b-1',
      description: 'nightly [run:8c1f]',
      export_log: true,
    },
    headers: isJson,
    gives: like({ jobId: '1443722127663', status: 'Pending', statistics: undefined, instanceType: 'cpu-1' }),
  },
  {
    call: 'Op 15, with nothing',
    send: (client, signal) => client.createJob('test', 1, {}, signal),
    answer: { status: 200, json: job },
    request: `POST ${T}/test/versions/1/jobs`,
    json: {},
    headers: isJson,
  },
  {
    call: 'Op 16 get_training_jobs',
    send: (client, signal) => client.getJobs('test', { limit: 10, offset: 20 }, signal),
    answer: { status: 200, json: { entries: [], limit: 10, offset: 20, total: 0 } },
    request: `GET ${T}/test/jobs?limit=10&offset=20&filter_archived=exclude_archived`,
    gives: noEntries,
  },
  {
    call: 'Op 17 get_training_job',
    send: (client, signal) => client.getJob('test', '1443722127663', signal),
    answer: { status: 200, json: { ...job, status: 'Active', statistics } },
    request: `GET ${T}/test/jobs/1443722127663`,
    gives: like({
      status: 'Active',
      statistics: {
        numEpochs: 5,
        epoch: 0,
        progressPercentage: 0.5,
        stages: statistics.stages,
        others: { key1: 'value1' },
      },
    }),
  },
  {
    call: 'Op 18 stop_training_job',
    send: (client, signal) => client.stopJob('test', '1443722127663', signal),
    answer: { status: 200, json: { message: 'test_job_definition:1443722127663 stopped' } },
    request: `POST ${T}/test/jobs/1443722127663/stop`,
    headers: bare,
    gives: undefined,
  },
  {
    call: 'Op 19 archive_training_job',
    send: (client, signal) => client.archiveJob('test', '1443722127663', signal),
    answer: said,
    request: `POST ${T}/test/jobs/1443722127663/archive`,
    json: {},
    headers: isJson,
    gives: undefined,
  },
  {
    call: 'Op 20 unarchive_training_job',
    send: (client, signal) => client.unarchiveJob('test', '1443722127663', signal),
    answer: said,
    request: `POST ${T}/test/jobs/1443722127663/unarchive`,
    json: {},
    headers: isJson,
    gives: undefined,
  },
  {
    call: 'Op 21 get_training_result',
    send: (client, signal) => client.getResultUrl('test', '1443722127663', signal),
    answer: { status: 200, json: { artifacts: { complete: { uri: fileUrl } } } },
    request: `GET ${T}/test/jobs/1443722127663/result`,
    gives: fileUrl,
  },
  {
    call: 'Op 22 update_statistics',
    send: (client, signal) =>
      client.updateStatistics(
        'test',
        '1443722127663',
        {
          numEpochs: 5,
          epoch: 0,
          progressPercentage: 0.5,
          stages: {
            train: { accuracy: 0.9, loss: 0 },
            validation: { accuracy: Infinity, loss: 0.1, key2: 2 },
          },
          others: { key1: 'value1' },
        },
        signal,
      ),
    answer: { status: 200, json: job },
    request: `POST ${T}/test/jobs/1443722127663/statistics`,
    json: { statistics },
    headers: isJson,
    gives: undefined,
  },
  {
    call: '3.8 read the log of a job, which nobody has documented',
    send: (client, signal) => client.getJobLogs('test', '1443722127663', {}, signal),
    answer: { status: 200, json: { events: [] } },
    request: `GET ${T}/test/jobs/1443722127663/recentlogs`,
  },
];
