import { csv, csvText, deploymentId } from '../support/answers.ts';
import { endpoint } from '../support/scripted-run.ts';
import type { Row } from './row.ts';

const host = { kind: 'serverless', root: endpoint } as const;
const dedicated = {
  kind: 'dedicated',
  root: 'https://orm.example/predApi/v1.0',
  dataRobotKey: 'key-of-the-server',
} as const;
const portable = { kind: 'portable', root: 'http://pps.example:8080' } as const;
const request = { host, deploymentId, rows: csv(), contentType: 'text/csv' } as const;
const row = { rowId: 0, prediction: 18.69, predictionValues: [{ label: 'y', value: 18.69 }], later: true };

export const predictionRows: readonly Row[] = [
  {
    call: '3.4 predict, with every option',
    send: (client, signal) =>
      client.predict(
        {
          ...request,
          options: {
            passthroughColumns: ['id', '売上 & co'],
            predictionWarningEnabled: true,
            decimalsNumber: 3,
            maxExplanations: 'all',
            maxNgramExplanations: 2,
            explanationAlgorithm: 'shap',
            thresholdHigh: 0.9,
            thresholdLow: 0.1,
            explanationClassNames: ['a', 'b'],
            excludeAdjustedPredictions: false,
            predictionsStartDate: '2024-05-01T00:00:00',
            predictionsEndDate: '2024-06-01T00:00:00',
            relaxKnownInAdvanceFeaturesCheck: true,
          },
        },
        signal,
      ),
    answer: { status: 200, json: { data: [row] } },
    request: `POST /deployments/${deploymentId}/predictions?passthroughColumns=id&passthroughColumns=%E5%A3%B2%E4%B8%8A%20%26%20co&predictionWarningEnabled=true&decimalsNumber=3&maxExplanations=all&maxNgramExplanations=2&explanationAlgorithm=shap&thresholdHigh=0.9&thresholdLow=0.1&explanationClassNames=a&explanationClassNames=b&excludeAdjustedPredictions=false&predictionsStartDate=2024-05-01T00%3A00%3A00&predictionsEndDate=2024-06-01T00%3A00%3A00&relaxKnownInAdvanceFeaturesCheck=true`,
    body: csvText,
    headers: { accept: 'application/json', 'content-type': 'text/csv' },
    gives: [row],
  },
  {
    call: '3.4 predict to CSV',
    send: async (client, signal) => (await client.predictCsv(request, signal)).body.cancel(),
    answer: { status: 200, text: 'y_PREDICTION\n1\n' },
    request: `POST /deployments/${deploymentId}/predictions`,
    body: csvText,
    headers: { accept: 'text/csv', 'content-type': 'text/csv' },
  },
  {
    call: '3.4 predict on a dedicated server',
    send: (client, signal) => client.predict({ ...request, host: dedicated }, signal),
    answer: { status: 200, json: { data: [row] } },
    request: `POST https://orm.example/predApi/v1.0/deployments/${deploymentId}/predictions`,
    body: csvText,
    headers: { 'datarobot-key': 'key-of-the-server' },
  },
  {
    call: '3.4 predict on a portable server',
    send: (client, signal) => client.predict({ ...request, host: portable }, signal),
    answer: { status: 200, json: { data: [row] } },
    request: `POST http://pps.example:8080/deployments/${deploymentId}/predictions`,
    body: csvText,
    headers: { authorization: undefined },
  },
  {
    call: '3.4 predict on a portable server with one model',
    send: (client, signal) => client.predict({ ...request, host: portable, deploymentId: undefined }, signal),
    answer: { status: 200, json: { data: [row] } },
    request: 'POST http://pps.example:8080/predictions',
    body: csvText,
    headers: { authorization: undefined },
  },
  {
    call: '3.5 predict what has no structure, on a dedicated server',
    send: async (client, signal) =>
      (
        await client.predictUnstructured({ host: dedicated, deploymentId, payload: csv() }, signal)
      ).body.cancel(),
    answer: { status: 200, text: 'anything' },
    request: `POST https://orm.example/predApi/v1.0/deployments/${deploymentId}/predictionsUnstructured`,
    body: csvText,
    headers: { 'datarobot-key': 'key-of-the-server', 'content-type': 'application/octet-stream' },
  },
  {
    call: '3.5 predict what has no structure',
    send: async (client, signal) => {
      const payload = csv('{"any": "thing"}');
      const asked = { host, deploymentId, payload, contentType: 'application/json', query: { mode: 'x y' } };
      (await client.predictUnstructured(asked, signal)).body.cancel();
    },
    answer: { status: 200, text: 'anything' },
    request: `POST /deployments/${deploymentId}/predictionsUnstructured?mode=x%20y`,
    json: { any: 'thing' },
    headers: { accept: null, 'content-type': 'application/json' },
  },
];
