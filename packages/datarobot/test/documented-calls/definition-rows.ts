import { deploymentId } from '../support/answers.ts';
import { page, isJson, type Row } from './row.ts';

const definitionId = '66aa';
const definition = { id: definitionId, name: 'nightly' };
const schedule = { minute: [0], hour: [2], dayOfMonth: ['*'], month: ['*'], dayOfWeek: ['*'] };
const localFile = { type: 'localFile' } as const;

export const definitionRows: readonly Row[] = [
  {
    call: '3.14 create a definition',
    send: (client, signal) =>
      client.createJobDefinition(
        {
          name: 'nightly',
          enabled: true,
          schedule,
          deploymentId,
          intakeSettings: { type: 'dataset', datasetId: 'c1' },
          outputSettings: localFile,
        },
        signal,
      ),
    answer: { status: 202, json: definition },
    request: 'POST /batchPredictionJobDefinitions/',
    json: {
      name: 'nightly',
      enabled: true,
      schedule,
      deploymentId,
      intakeSettings: { type: 'dataset', datasetId: 'c1' },
      outputSettings: localFile,
    },
    headers: isJson,
    gives: definition,
  },
  {
    call: '3.14 read a definition',
    send: (client, signal) => client.getJobDefinition(definitionId, signal),
    answer: { status: 200, json: definition },
    request: 'GET /batchPredictionJobDefinitions/66aa/',
  },
  {
    call: '3.14 list definitions',
    send: (client, signal) => client.getJobDefinitions({ offset: 0, deploymentId, searchName: 'n' }, signal),
    answer: { status: 200, json: page },
    request: `GET /batchPredictionJobDefinitions/?offset=0&deploymentId=${deploymentId}&searchName=n`,
  },
  {
    call: '3.14 change a definition',
    send: (client, signal) => client.updateJobDefinition(definitionId, { enabled: true, schedule }, signal),
    answer: { status: 200, json: definition },
    request: 'PATCH /batchPredictionJobDefinitions/66aa/',
    json: { enabled: true, schedule },
    headers: isJson,
  },
  {
    call: '3.14 delete a definition',
    send: (client, signal) => client.deleteJobDefinition(definitionId, signal),
    answer: { status: 204 },
    request: 'DELETE /batchPredictionJobDefinitions/66aa/',
  },
  {
    call: '3.14 read the portable form of a definition',
    send: (client, signal) => client.getPortableDefinition(definitionId, signal),
    answer: { status: 200, text: 'deployment_id = 5e7e' },
    request: 'GET /batchPredictionJobDefinitions/66aa/portable/',
    gives: 'deployment_id = 5e7e',
  },
];
