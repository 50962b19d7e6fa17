import { abejaOperationNames, operationNames, presetCsv } from '../src/index.ts';
import { Bench, call, put } from './client.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());
// Law: a planned fault that did not happen fails the test that planned it
afterEach(() => expect(bench.sandbox.faults.unconsumed()).toEqual([]));

const csv = presetCsv('cars.json');
const status = (id = 'none') => bench.status(id);
const last = () => bench.sandbox.requests().at(-1);

describe('the plan', () => {
  it('strikes in order, by operation, origin, skip and times', async () => {
    bench.sandbox.faults.plan([
      { kind: 'status', operation: 'inference', status: 501 },
      { kind: 'status', operation: 'retrainStatus', status: 502, skip: 1, times: 2 },
      { kind: 'status', operation: 'retrainStatus', status: 504 },
    ]);
    const seen = [];
    for (let turn = 0; turn < 5; turn += 1) seen.push((await status()).status);
    // The second one lets the first call pass, and so the third strikes there
    expect(seen).toEqual([504, 502, 502, 400, 400]);
    expect((await bench.score()).status).toBe(501);
    const elsewhere = bench.sandbox.faults.plan({ kind: 'status', origin: 'predictionOne.international' });
    expect((await status()).status).toBe(400);
    expect(bench.sandbox.faults.get(elsewhere.id)).toMatchObject({ consumed: false, faults: [{ hits: 0 }] });
    bench.sandbox.faults.clear(elsewhere.id);
    expect(bench.sandbox.faults.get(elsewhere.id)).toBeUndefined();
  });

  it.each([
    [[], /at least one/],
    [{ kind: 'made-up' }, /There is no fault "made-up"/],
    [{ kind: 'status', operation: 'fly' }, /There is no operation "fly"/],
    [{ kind: 'status', times: -1 }, /"times" of a fault must be 0 or more/],
  ])('refuses %j', async (faults, message) => {
    expect(() => bench.sandbox.faults.plan(faults as never)).toThrow(message);
    const { control } = bench.sandbox.describe();
    expect(await call('POST', `${control}/faults`, { body: faults })).toMatchObject({
      status: 400,
      json: { error: expect.stringMatching(message) },
    });
  });

  it('can strike every operation', async () => {
    const { managementBaseUrl, credentials } = bench.region;
    const { endpoint, apiToken } = bench.sandbox.describe().dataRobot;
    const headers = { authorization: `Bearer ${apiToken}` };
    const { url } = await bench.issue();
    const download = (await bench.retrain(csv)).end.json.download_url;
    const paths: Record<string, readonly [string, string]> = {
      retrainUpload: ['GET', '/retrain_jobs/upload_url?filename=a.csv'],
      retrainStatus: ['GET', '/retrain_jobs/x'],
      retrainSwitch: ['PUT', '/retrain_jobs/x/update_model'],
      getApiKey: ['GET', '/api-key?credential_type=train'],
      trainUpload: ['GET', '/data-sets/upload-url?extension=csv'],
      getColumnInfo: ['GET', '/data-sets/column-info?external_process_id=x'],
      train: ['POST', '/models'],
      trainStatus: ['GET', '/models/results?external_process_id=x'],
      getModels: ['GET', '/models'],
      deleteModel: ['DELETE', '/models/1'],
      getDataSets: ['GET', '/data-sets'],
      deleteDataSet: ['DELETE', '/data-sets/1'],
      getClassifiers: ['GET', '/classifiers'],
      createClassifier: ['POST', '/classifiers'],
      updateClassifier: ['PATCH', '/classifiers/x'],
      deleteClassifier: ['DELETE', '/classifiers/x'],
    };
    const dataRobot: Record<string, readonly [string, string]> = {
      version: ['GET', '/version/'],
      ping: ['GET', '/ping'],
      predictionServers: ['GET', '/predictionServers/'],
      deployments: ['GET', '/deployments/'],
      deployment: ['GET', '/deployments/x/'],
      batchCreate: ['POST', '/batchPredictions/'],
      batchUpload: ['PUT', '/batchPredictions/x/csvUpload/'],
      batchUploadPart: ['PUT', '/batchPredictions/x/csvUpload/part/0/'],
      batchFinalize: ['POST', '/batchPredictions/x/csvUpload/finalizeMultipart/'],
      batchStatus: ['GET', '/batchPredictions/x/'],
      batchList: ['GET', '/batchPredictions/'],
      batchUpdate: ['PATCH', '/batchPredictions/x/'],
      batchDelete: ['DELETE', '/batchPredictions/x/'],
      batchDownload: ['GET', '/batchPredictions/x/download/'],
      predict: ['POST', '/deployments/x/predictions'],
      deploymentFeatures: ['GET', '/deployments/x/features/'],
      deploymentStatus: ['PATCH', '/deployments/x/status/'],
      asyncStatus: ['GET', '/status/x/'],
      asyncStatusList: ['GET', '/status/'],
      asyncStatusDelete: ['DELETE', '/status/x/'],
      accountInfo: ['GET', '/account/info/'],
      rateLimitUsage: ['GET', '/account/rateLimitUsage/'],
      quotas: ['GET', '/quotas/'],
      quotaCreate: ['POST', '/quotas/'],
      quotaUpdate: ['PATCH', '/quotas/x/'],
      quotaDelete: ['DELETE', '/quotas/x/'],
      datasetUpload: ['POST', '/datasets/fromFile/'],
      datasetVersionUpload: ['POST', '/datasets/x/versions/fromFile/'],
      datasetFromUrl: ['POST', '/datasets/fromURL/'],
      datasetVersionFromUrl: ['POST', '/datasets/x/versions/fromURL/'],
      datasets: ['GET', '/datasets/'],
      dataset: ['GET', '/datasets/x/'],
      datasetUpdate: ['PATCH', '/datasets/x/'],
      datasetDelete: ['DELETE', '/datasets/x/'],
      datasetVersions: ['GET', '/datasets/x/versions/'],
      datasetVersion: ['GET', '/datasets/x/versions/x/'],
      retrainingPolicies: ['GET', '/deployments/x/retrainingPolicies/'],
      retrainingPolicyCreate: ['POST', '/deployments/x/retrainingPolicies/'],
      retrainingPolicy: ['GET', '/deployments/x/retrainingPolicies/x/'],
      retrainingPolicyUpdate: ['PATCH', '/deployments/x/retrainingPolicies/x/'],
      retrainingPolicyDelete: ['DELETE', '/deployments/x/retrainingPolicies/x/'],
      retrainingSettings: ['GET', '/deployments/x/retrainingSettings/'],
      retrainingSettingsUpdate: ['PATCH', '/deployments/x/retrainingSettings/'],
      retrainingRuns: ['GET', '/deployments/x/retrainingPolicies/x/runs/'],
      retrainingRunCreate: ['POST', '/deployments/x/retrainingPolicies/x/runs/'],
      retrainingRun: ['GET', '/deployments/x/retrainingPolicies/x/runs/x/'],
      retrainingRunCancel: ['PATCH', '/deployments/x/retrainingPolicies/x/runs/x/'],
      modelValidate: ['POST', '/deployments/x/model/validation/'],
      modelReplace: ['PATCH', '/deployments/x/model/'],
      batchFromExisting: ['POST', '/batchPredictions/fromExisting/'],
      batchFromDefinition: ['POST', '/batchPredictions/fromJobDefinition/'],
      definitions: ['GET', '/batchPredictionJobDefinitions/'],
      definitionCreate: ['POST', '/batchPredictionJobDefinitions/'],
      definition: ['GET', '/batchPredictionJobDefinitions/x/'],
      definitionUpdate: ['PATCH', '/batchPredictionJobDefinitions/x/'],
      definitionDelete: ['DELETE', '/batchPredictionJobDefinitions/x/'],
      definitionPortable: ['GET', '/batchPredictionJobDefinitions/x/portable/'],
      predictUnstructured: ['POST', '/deployments/x/predictionsUnstructured'],
    };
    const portable = bench.sandbox.describe().dataRobot.portableServer.url;
    for (const [operation, path] of [
      ['portablePing', '/ping'],
      ['portableInfo', '/info'],
    ] as const) {
      bench.sandbox.faults.plan({ kind: 'status', operation, status: 507 });
      expect([operation, (await call('GET', `${portable}${path}`)).status]).toEqual([operation, 507]);
    }
    const isAbejas = (name: string) => (abejaOperationNames as readonly string[]).includes(name);
    for (const operation of operationNames.filter(
      (name) => !name.startsWith('portable') && !isAbejas(name),
    )) {
      bench.sandbox.faults.plan({ kind: 'status', operation, status: 507 });
      const other = dataRobot[operation];
      const [method, path] = paths[operation] ?? other ?? ['', ''];
      const base = other === undefined ? `${managementBaseUrl}/v1/external` : endpoint;
      const answer =
        operation === 'put'
          ? put(url, 'x')
          : operation === 'download'
            ? call('GET', download)
            : operation === 'inference'
              ? bench.score()
              : call(
                  method,
                  `${base}${path}`,
                  other === undefined ? { key: credentials.trainKey } : { headers },
                );
      expect([operation, (await answer).status]).toEqual([operation, 507]);
      expect(last()?.operation).toBe(operation);
    }
  });
});
