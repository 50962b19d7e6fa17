import { deploymentId } from '../support/answers.ts';
import { endpoint } from '../support/scripted-run.ts';
import { page, isJson, type Row } from './row.ts';

export const platformRows: readonly Row[] = [
  {
    call: '3.2 read the version',
    send: (client, signal) => client.getVersion(signal),
    answer: { status: 200, json: { major: 2, minor: 26, versionString: '2.26.0' } },
    request: 'GET /version/',
    gives: '2.26.0',
  },
  {
    call: '3.2 ping',
    send: (client, signal) => client.ping(signal),
    answer: { status: 200, json: { response: 'pong' } },
    request: 'GET /ping',
  },
  {
    call: '3.2 read the account',
    send: (client, signal) => client.getAccount(signal),
    answer: { status: 200, json: { uid: '5b', email: 'a@example.com', permissions: {} } },
    request: 'GET /account/info/',
    gives: { uid: '5b', email: 'a@example.com' },
  },
  {
    call: '3.2 list prediction servers',
    send: (client, signal) => client.getPredictionServers({ offset: 0, limit: 20 }, signal),
    answer: { status: 200, json: page },
    request: 'GET /predictionServers/?offset=0&limit=20',
  },
  {
    call: '3.3 list deployments',
    send: (client, signal) => client.getDeployments({ offset: 100, limit: 100, search: 'a b' }, signal),
    answer: { status: 200, json: page },
    request: 'GET /deployments/?offset=100&limit=100&search=a%20b',
  },
  {
    call: '3.3 list deployments, with every filter',
    send: (client, signal) =>
      client.getDeployments(
        {
          search: 'churn & co',
          orderBy: '-lastPredictionTimestamp',
          status: 'active',
          role: 'OWNER',
          importance: 'HIGH',
          serviceHealth: 'passing',
          modelHealth: 'warning',
          accuracyHealth: 'unknown',
          executionEnvironmentType: 'datarobot',
          predictionEnvironmentPlatform: 'datarobotServerless',
          createdByMe: true,
          lastPredictionTimestampStart: '2024-05-01T00:00:00Z',
          lastPredictionTimestampEnd: '2024-05-02T00:00:00Z',
          defaultPredictionServerId: ['5c11', '5c12'],
        },
        signal,
      ),
    answer: { status: 200, json: page },
    request:
      'GET /deployments/?search=churn%20%26%20co&orderBy=-lastPredictionTimestamp&status=active&role=OWNER&importance=HIGH&serviceHealth=passing&modelHealth=warning&accuracyHealth=unknown&executionEnvironmentType=datarobot&predictionEnvironmentPlatform=datarobotServerless&createdByMe=true&lastPredictionTimestampStart=2024-05-01T00%3A00%3A00Z&lastPredictionTimestampEnd=2024-05-02T00%3A00%3A00Z&defaultPredictionServerId=5c11&defaultPredictionServerId=5c12',
  },
  {
    call: '3.3 read a deployment',
    send: (client, signal) => client.getDeployment(deploymentId, signal),
    answer: {
      status: 200,
      json: {
        id: deploymentId,
        defaultPredictionServer: { url: 'https://orm.example', 'datarobot-key': 'key-1' },
      },
    },
    request: `GET /deployments/${deploymentId}/`,
    gives: expect.objectContaining({
      id: deploymentId,
      defaultPredictionServer: { url: 'https://orm.example', dataRobotKey: 'key-1' },
    }),
  },
  {
    call: '3.3 list features',
    send: (client, signal) =>
      client.getFeatures(
        deploymentId,
        { offset: 0, limit: 100, search: 'age', includeNonPredictionFeatures: false },
        signal,
      ),
    answer: { status: 200, json: { data: [{ name: 'age', featureType: 'Numeric', importance: null }] } },
    request: `GET /deployments/${deploymentId}/features/?offset=0&limit=100&search=age&includeNonPredictionFeatures=false`,
    gives: {
      entries: [{ name: 'age', featureType: 'Numeric' }],
      more: false,
      total: undefined,
    },
  },
  {
    call: '3.3 activate a deployment',
    send: (client, signal) => client.setDeploymentStatus(deploymentId, 'active', signal),
    answer: { status: 202, headers: { location: `${endpoint}/status/a1b2/` } },
    request: `PATCH /deployments/${deploymentId}/status/`,
    json: { status: 'active' },
    headers: isJson,
    gives: 'a1b2',
  },
  {
    call: '3.15 read a task',
    send: (client, signal) => client.getTask('a1b2', signal),
    answer: { status: 303, headers: { location: `${endpoint}/datasets/c1/` } },
    request: 'GET /status/a1b2/',
    gives: { status: 'COMPLETED', location: `${endpoint}/datasets/c1/` },
  },
  {
    call: '3.15 list tasks',
    send: (client, signal) => client.getTasks({}, signal),
    answer: { status: 200, json: page },
    request: 'GET /status/',
  },
  {
    call: '3.15 end a task',
    send: (client, signal) => client.deleteTask('a1b2', signal),
    answer: { status: 204 },
    request: 'DELETE /status/a1b2/',
  },
  {
    call: '3.19 read the use of rate limits',
    send: (client, signal) => client.getRateLimitUsage('5b', signal),
    answer: {
      status: 200,
      json: { usage: [{ resource: 'predict', currentUsage: 7, maxUsage: 100, timeToExpire: 1800 }] },
    },
    request: 'GET /users/5b/rateLimitUsage/',
    gives: [{ resource: 'predict', currentUsage: 7, maxUsage: 100, timeToExpire: 1800 }],
  },
];
