import type { KeyKind, PredictionOneClient } from '../src/index.ts';
import { answers, jobId } from './support/answers.ts';
import { scriptedClient, testKey } from './support/scripted-client.ts';

interface Row {
  readonly api: string;
  readonly call: (client: PredictionOneClient, signal: AbortSignal) => Promise<unknown>;
  readonly answer: unknown;
  readonly sends: string;
  readonly key: KeyKind;
  readonly body?: unknown;
  readonly contentType?: string;
  readonly gives: unknown;
}

const base = 'https://developer-api.predictionone.sony.biz/v1/external';
const scoringUrl = 'https://user-api.predictionone.sony.biz/v1/groups/g/classifiers/c-9/inference';
const rules = [{ source: '0.0.0.0/0', order: 'allow', priority: 0 }];
const model = {
  modelId: '20417',
  ownerUserId: 'u-1',
  targetType: 'binary_classification',
  name: 'churn',
  version: '1',
  config: { tc: 'bought' },
  isApiOption: true,
  updatedDate: '2026-11-21',
  createdDate: '2026-11-21',
};
const classifier = {
  classifierId: 'c-9',
  modelId: '20417',
  status: 'running',
  apiKey: 'prediction-key-of-c-9',
  version: '1',
  url: 'https://user-api.example/v1/groups/g/classifiers/c-9/inference',
  active: true,
  isEditable: true,
  createDatetime: '2026-11-01T00:00:00Z',
  updateDatetime: '2026-11-21T00:40:00Z',
  rules,
};

const rows: readonly Row[] = [
  {
    api: '3.1 Retrain Data Upload',
    call: (client, signal) => client.getRetrainUploadUrl({ fileName: '売上 データ.csv' }, signal),
    answer: answers.uploadUrl,
    sends: `GET ${base}/retrain_jobs/upload_url?filename=%E5%A3%B2%E4%B8%8A%20%E3%83%87%E3%83%BC%E3%82%BF.csv`,
    key: 'retrain',
    gives: { retrainJobId: jobId, uploadUrl: answers.uploadUrl.upload_url },
  },
  {
    api: '3.2 Retrain Status Check',
    call: (client, signal) => client.getRetrainStatus({ retrainJobId: jobId }, signal),
    answer: answers.status('job_finished', {
      model_id: 20417,
      message: '',
      download_url: 'https://d.example/r',
    }),
    sends: `GET ${base}/retrain_jobs/${jobId}`,
    key: 'retrain',
    gives: {
      status: 'job_finished',
      modelId: '20417',
      message: undefined,
      downloadUrl: 'https://d.example/r',
    },
  },
  {
    api: '3.3 Retrain Model Switch',
    call: (client, signal) => client.switchModel({ retrainJobId: jobId }, signal),
    answer: answers.switched,
    sends: `PUT ${base}/retrain_jobs/${jobId}/update_model`,
    key: 'retrain',
    gives: undefined,
  },
  {
    api: '3.4 Get API Key',
    call: (client, signal) => client.getApiKey({ credentialType: 'retrain', modelId: '20417' }, signal),
    answer: answers.apiKey('xxxx-xxx', '2027-03-31T14:59:59Z'),
    sends: `GET ${base}/api-key?credential_type=retrain&model_id=20417`,
    key: 'secret',
    gives: { apiKey: 'xxxx-xxx', endDate: '2027-03-31T14:59:59Z' },
  },
  {
    api: '3.5 Train Data Upload',
    call: (client, signal) => client.getTrainUploadUrls({ extension: 'csv' }, signal),
    answer: answers.trainUrls,
    sends: `GET ${base}/data-sets/upload-url?extension=csv`,
    key: 'train',
    gives: {
      externalProcessId: '8f1d',
      learnDataSetUploadUrl: answers.trainUrls.learn_data_set_upload_url,
      evalDataSetUploadUrl: answers.trainUrls.eval_data_set_upload_url,
      columnInfoUploadUrl: answers.trainUrls.column_info_upload_url,
    },
  },
  {
    api: '3.6 Train Data Set Info',
    call: (client, signal) => client.getColumnInfo({ externalProcessId: '8f1d' }, signal),
    answer: answers.columnInfo,
    sends: `GET ${base}/data-sets/column-info?external_process_id=8f1d`,
    key: 'train',
    gives: expect.objectContaining({
      rawColumnNames: ['age', 'bought'],
      trainingdataRowCount: 903,
      trainingDataColumns: [
        expect.objectContaining({
          columnId: '1',
          name: 'age',
          initialDataType: 2,
          corScore: null,
          numericalValue: [{ maxValue: 80, minValue: 18, avgValue: 41.2, medianValue: 40 }],
        }),
      ],
    }),
  },
  {
    api: '3.7 Train',
    call: (client, signal) =>
      client.train(
        {
          externalProcessId: '8f1d',
          name: 'churn-2026-11',
          config: { tc: 'bought', tt: 'binary_classification', tv: 'yes', cv: 0 },
        },
        signal,
      ),
    answer: { external_process_id: '8f1d' },
    sends: `POST ${base}/models`,
    key: 'train',
    contentType: 'application/json',
    body: {
      external_process_id: '8f1d',
      name: 'churn-2026-11',
      config: { tc: 'bought', tt: 'binary_classification', tv: 'yes', cv: 0 },
    },
    gives: { externalProcessId: '8f1d' },
  },
  {
    api: '3.8 Train Status Check',
    call: (client, signal) => client.getTrainStatus({ externalProcessId: '8f1d' }, signal),
    answer: {
      status: 'finished',
      created_datetime: 'a',
      updated_datetime: 'b',
      result_url: 'https://d.example/z',
    },
    sends: `GET ${base}/models/results?external_process_id=8f1d`,
    key: 'train',
    gives: {
      status: 'finished',
      createdDatetime: 'a',
      updatedDatetime: 'b',
      resultUrl: 'https://d.example/z',
      message: undefined,
    },
  },
  {
    api: '3.9 Get Model',
    call: (client, signal) => client.getModels({ offset: 30, limit: 10 }, signal),
    answer: answers.models(answers.model(20417)),
    sends: `GET ${base}/models?offset=30&limit=10`,
    key: 'train',
    gives: { entries: [model], total: 1 },
  },
  {
    api: '3.10 Delete Model',
    call: (client, signal) => client.deleteModel({ modelId: '20417' }, signal),
    answer: undefined,
    sends: `DELETE ${base}/models/20417`,
    key: 'train',
    gives: undefined,
  },
  {
    api: '3.11 Inference',
    call: (client, signal) =>
      client.infer(
        { url: scoringUrl, csv: 'age,sex\r\n34,f\r\n', reasons: true, firstColumn: 'age' },
        signal,
      ),
    answer: answers.inference('label\r\nyes\r\n', 'reason\r\nage\r\n'),
    sends: `POST ${scoringUrl}`,
    key: 'prediction',
    contentType: 'application/json; charset=utf-8',
    body: {
      inputs: [
        { name: 'pr', type: 'csv', data: btoa('age,sex\r\n34,f\r\n') },
        { name: 'ar', type: 'boolean', data: true },
        { name: 'ad', type: 'boolean', data: false },
        { name: 'nc', type: 'boolean', data: false },
        { name: 'nr', type: 'boolean', data: true },
        { name: 'pc', type: 'string', data: 'age' },
      ],
    },
    gives: {
      version: '1',
      prediction: { header: ['label'], rows: [['yes']] },
      reasons: { header: ['reason'], rows: [['age']] },
    },
  },
  {
    api: '3.12 Get Data Set',
    call: (client, signal) => client.getDataSets({}, signal),
    answer: answers.dataSets(answers.dataSet(77)),
    sends: `GET ${base}/data-sets?offset=0&limit=30`,
    key: 'train',
    gives: {
      entries: [expect.objectContaining({ dataSetId: '77', name: 'nov.csv', dataSize: 45120 })],
      total: 1,
    },
  },
  {
    api: '3.13 Delete Data Set',
    call: (client, signal) => client.deleteDataSet({ dataSetId: '77' }, signal),
    answer: undefined,
    sends: `DELETE ${base}/data-sets/77`,
    key: 'train',
    gives: undefined,
  },
  {
    api: '3.14 Get Classifier',
    call: (client, signal) => client.getClassifiers(signal),
    answer: answers.classifiers(answers.classifier('c-9', 20417)),
    sends: `GET ${base}/classifiers`,
    key: 'deploy',
    gives: [classifier],
  },
  {
    api: '3.15 Create Classifier',
    call: (client, signal) => client.createClassifier({ modelId: '20417', rules }, signal),
    answer: { classifier_id: 'c-9', api_key: 'xxxx', version: '1' },
    sends: `POST ${base}/classifiers`,
    key: 'deploy',
    contentType: 'application/json',
    body: { model_id: 20417, rules },
    gives: { classifierId: 'c-9', apiKey: 'xxxx', version: '1' },
  },
  {
    api: '3.16 Update Classifier',
    call: (client, signal) =>
      client.updateClassifier({ classifierId: 'c-9', rules, active: false, isEditable: true }, signal),
    answer: { classifier: answers.classifier('c-9', 20417) },
    sends: `PATCH ${base}/classifiers/c-9`,
    key: 'deploy',
    contentType: 'application/json',
    body: { rules, active: false, is_editable: true },
    gives: classifier,
  },
  {
    api: '3.17 Delete Classifier',
    call: (client, signal) => client.deleteClassifier({ classifierId: 'c-9' }, signal),
    answer: undefined,
    sends: `DELETE ${base}/classifiers/c-9`,
    key: 'deploy',
    gives: undefined,
  },
];

test('every one of the 17 documented APIs has a row', () => {
  expect(new Set(rows.map(({ api }) => api.split(' ')[0])).size).toBe(17);
});

test.each(rows)(
  '$api is sent and read as documented',
  async ({ call, answer, sends, key, body, contentType, gives }) => {
    const { client, transport, signal } = scriptedClient([
      answer === undefined ? { status: 200 } : { status: 200, json: answer },
    ]);
    expect(await call(client, signal)).toEqual(gives);
    const [request] = transport.requests;
    expect(`${request?.method} ${request?.url}`).toBe(sends);
    expect(request?.headers).toEqual({
      'x-api-key': testKey(key),
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
    });
    expect(request?.bytes === undefined ? undefined : request.json).toEqual(body);
    transport.expectConsumed();
  },
);

test.each(rows.filter(({ answer }) => answer !== undefined))(
  '$api refuses a success without the documented fields',
  async ({ call }) => {
    const { client, signal } = scriptedClient([{ status: 200, json: { unexpected: true } }]);
    await expect(call(client, signal)).rejects.toMatchObject({ code: 'unexpected-answer', status: 200 });
  },
);

test.each(rows)('$api takes any 2xx for success', async ({ call, answer, gives }) => {
  const { client, signal } = scriptedClient([
    answer === undefined ? { status: 204 } : { status: 201, json: answer },
  ]);
  expect(await call(client, signal)).toEqual(gives);
});

test.each(rows)('$api follows no redirect', async ({ call }) => {
  const { client, transport, signal } = scriptedClient([
    { status: 302, headers: { location: 'https://elsewhere.example/' } },
  ]);
  await expect(call(client, signal)).rejects.toMatchObject({ status: 302 });
  transport.expectConsumed();
});

test.each(rows)('$api names the key it needs when none is set', async ({ call, key }) => {
  const { client, transport, signal } = scriptedClient([], { kinds: [] });
  await expect(call(client, signal)).rejects.toMatchObject({
    code: 'invalid-input',
    message: expect.stringMatching(new RegExp(key, 'i')),
    remedy: expect.stringContaining('Set'),
  });
  transport.expectConsumed();
});
