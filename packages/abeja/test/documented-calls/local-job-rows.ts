import { fileUrl, job } from '../support/answers.ts';
import { bare, isJson, like, O, T, type Row } from './row.ts';

const ref = { name: 'test', jobId: '1443722127663', token: 'eyJ-token-of-the-job' };
const signedAsJob = { authorization: `Bearer ${ref.token}` };

export const localJobRows: readonly Row[] = [
  {
    call: '3.8 create a local job',
    send: (client, signal) =>
      client.createLocalJob(
        'test',
        2,
        { description: 'here', userParameters: { A: 1 }, datasets: { mnist: '1111111111111' } },
        signal,
      ),
    answer: { status: 200, json: { ...job, exec_env: 'local', token: ref.token } },
    request: `POST ${T}/test/versions/2/jobs`,
    json: {
      exec_env: 'local',
      description: 'here',
      user_parameters: { A: '1' },
      datasets: { mnist: '1111111111111' },
    },
    headers: isJson,
    gives: like({ jobId: '1443722127663', token: ref.token }),
  },
  {
    call: '3.8 set the state of a local job',
    send: (client, signal) =>
      client.setLocalJobState(ref, { status: 'Active', startTime: '2026-11-21T00:00:00' }, signal),
    answer: { status: 200 },
    request: `PUT ${T}/test/jobs/1443722127663/status`,
    json: { status: 'Active', start_time: '2026-11-21T00:00:00' },
    headers: { ...isJson, ...signedAsJob },
    gives: undefined,
  },
  {
    call: '3.8 send the log of a local job',
    send: (client, signal) =>
      client.sendLocalJobLogs(ref, [{ message: 'line', timestampMs: 1566529144938 }], signal),
    answer: { status: 204 },
    request: `POST ${T}/test/jobs/1443722127663/logs`,
    json: { logs: [{ message: 'line', timestamp: 1566529144938 }] },
    headers: signedAsJob,
    gives: undefined,
  },
  {
    call: '3.8 read a local job',
    send: (client, signal) => client.getLocalJob(ref, signal),
    answer: { status: 200, json: job },
    request: `GET ${T}/test/jobs/1443722127663`,
    headers: signedAsJob,
    gives: like({ jobId: '1443722127663' }),
  },
  {
    call: '3.8 get where to put the result of a local job',
    send: (client, signal) => client.createResultUpload(ref, signal),
    answer: { status: 200, json: { uri: fileUrl } },
    request: `POST ${T}/test/jobs/1443722127663/result`,
    headers: { ...bare, ...signedAsJob },
    gives: fileUrl,
  },
  {
    call: '3.8 read the organization',
    send: (client, signal) => client.getOrganization(signal),
    answer: { status: 200, json: { id: '1102940376065' } },
    request: `GET ${O}`,
    gives: { id: '1102940376065' },
  },
];
