import { deploymentId } from '../support/answers.ts';
import { endpoint } from '../support/scripted-run.ts';
import { page, isJson, type Row } from './row.ts';

const policy = { deploymentId, policyId: 'p1' };
const policiesPath = `/deployments/${deploymentId}/retrainingPolicies/`;

export const retrainingRows: readonly Row[] = [
  {
    call: '3.17 list policies',
    send: (client, signal) => client.getRetrainingPolicies(deploymentId, { limit: 5 }, signal),
    answer: { status: 200, json: page },
    request: `GET ${policiesPath}?limit=5`,
  },
  {
    call: '3.17 read a policy',
    send: (client, signal) => client.getRetrainingPolicy(deploymentId, 'p1', signal),
    answer: { status: 200, json: { id: 'p1' } },
    request: `GET ${policiesPath}p1/`,
  },
  {
    call: '3.17 create a policy',
    send: (client, signal) =>
      client.createRetrainingPolicy(
        deploymentId,
        { name: 'weekly', description: '', action: 'create_challenger', trigger: { type: 'None' } },
        signal,
      ),
    answer: { status: 200, json: { id: 'p1', name: 'weekly' } },
    request: `POST ${policiesPath}`,
    json: { name: 'weekly', description: '', action: 'create_challenger', trigger: { type: 'None' } },
    headers: isJson,
  },
  {
    call: '3.17 change a policy',
    send: (client, signal) =>
      client.updateRetrainingPolicy(deploymentId, 'p1', { action: 'model_replacement' }, signal),
    answer: { status: 200, json: { id: 'p1' } },
    request: `PATCH ${policiesPath}p1/`,
    json: { action: 'model_replacement' },
    headers: isJson,
  },
  {
    call: '3.17 delete a policy',
    send: (client, signal) => client.deleteRetrainingPolicy(deploymentId, 'p1', signal),
    answer: { status: 200 },
    request: `DELETE ${policiesPath}p1/`,
  },
  {
    call: '3.17 list runs',
    send: (client, signal) => client.getRetrainingRuns(policy, { offset: 0, limit: 100 }, signal),
    answer: { status: 200, json: page },
    request: `GET ${policiesPath}p1/runs/?offset=0&limit=100`,
  },
  {
    call: '3.17 start a run',
    send: (client, signal) => client.startRetrainingRun(policy, signal),
    answer: { status: 200 },
    request: `POST ${policiesPath}p1/runs/`,
    gives: undefined,
  },
  {
    call: '3.17 read a run',
    send: (client, signal) => client.getRetrainingRun(policy, 'r1', signal),
    answer: { status: 200, json: { id: 'r1', status: 'running', finishTime: null } },
    request: `GET ${policiesPath}p1/runs/r1/`,
  },
  {
    call: '3.17 cancel a run',
    send: (client, signal) => client.setRetrainingRunStatus(policy, 'r1', 'cancelled', signal),
    answer: { status: 200 },
    request: `PATCH ${policiesPath}p1/runs/r1/`,
    json: { status: 'cancelled' },
    headers: isJson,
  },
  {
    call: '3.17 read the settings',
    send: (client, signal) => client.getRetrainingSettings(deploymentId, signal),
    answer: { status: 200, json: { dataset: { id: 'c1', name: 'train.csv' }, retrainingUser: null } },
    request: `GET /deployments/${deploymentId}/retrainingSettings/`,
    gives: { dataset: { id: 'c1', name: 'train.csv' } },
  },
  {
    call: '3.17 change the settings',
    send: (client, signal) => client.updateRetrainingSettings(deploymentId, { datasetId: 'c2' }, signal),
    answer: { status: 200, json: {} },
    request: `PATCH /deployments/${deploymentId}/retrainingSettings/`,
    json: { datasetId: 'c2' },
    headers: isJson,
  },
  {
    call: '3.18 validate a model',
    send: (client, signal) => client.validateModel(deploymentId, { modelPackageId: '64aa02' }, signal),
    answer: { status: 200, json: { status: 'passing', checks: { target: { status: 'passing' } } } },
    request: `POST /deployments/${deploymentId}/model/validation/`,
    json: { modelPackageId: '64aa02' },
    headers: isJson,
    gives: { status: 'passing', checks: { target: { status: 'passing' } } },
  },
  {
    call: '3.18 replace a model',
    send: (client, signal) =>
      client.replaceModel(deploymentId, { modelPackageId: '64aa02', reason: 'DATA_DRIFT' }, signal),
    answer: { status: 202, headers: { location: `${endpoint}/status/a1b2/` } },
    request: `PATCH /deployments/${deploymentId}/model/`,
    json: { modelPackageId: '64aa02', reason: 'DATA_DRIFT' },
    headers: isJson,
    gives: { taskId: 'a1b2' },
  },
];
