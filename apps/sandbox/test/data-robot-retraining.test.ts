import type { DataRobotLifecycleVariant } from '../src/index.ts';
import type { Answer } from './client.ts';
import { carsCsv, DataRobotBench, penguinsCsv, rowsOf } from './data-robot-bench.ts';

let bench: DataRobotBench;
beforeAll(async () => {
  bench = await DataRobotBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());
afterEach(() => {
  expect(bench.sandbox.faults.unconsumed()).toEqual([]);
});

const enable = (...names: readonly DataRobotLifecycleVariant[]) =>
  bench.sandbox.variants.change({ enable: names });
const cars = () => `/deployments/${bench.deployment('cars-fuel').id}`;
const get = async (path: string) => (await bench.api('GET', path)).json;
const location = (answer: Answer) => answer.headers.get('location') ?? '';
const runsOf = (name: string) => {
  const policy = bench.sandbox.describe().dataRobot.retrainingPolicies.find((each) => each.name === name);
  return `${cars()}/retrainingPolicies/${policy?.id}/runs/`;
};
/** The cars with twice their consumption. */
const thirsty = carsCsv.replace(
  /^([^,]*),(\d+(?:\.\d+)?),/gm,
  (_all, name, number) => `${name},${Number(number) * 2},`,
);
const setDataset = async (csv = thirsty) => {
  const { catalogId: datasetId } = (await bench.uploadDataset(csv)).json;
  await bench.api('PATCH', `${cars()}/retrainingSettings/`, { body: { datasetId } });
  return datasetId;
};
const start = async (name = 'refresh', csv = thirsty) => {
  await setDataset(csv);
  const path = runsOf(name);
  const answer = await bench.api('POST', path);
  const { data } = await get(path);
  return { answer, run: `${path}${data[0]?.id}/`, id: data[0]?.id };
};
const finish = async (run: string) => {
  for (let polls = 0; ; polls += 1) {
    const answer = await get(run);
    if (!/queued|running|WAITING|IN_PROGRESS/.test(answer.status) || polls > 20) return answer;
  }
};
const consumption = async (): Promise<number> =>
  (await bench.predict('cars-fuel', carsCsv)).json.data[0].prediction;

describe('policies', () => {
  const root = () => `${cars()}/retrainingPolicies/`;
  const body = { name: 'weekly', description: 'from here' };

  it('are made, listed, changed, deleted', async () => {
    const made = await bench.api('POST', root(), { body });
    expect([made.status, made.json]).toEqual([
      ...[200, expect.objectContaining({ ...body, action: 'create_model_package', latestRun: null })],
    ]);
    expect((await get(root())).totalCount).toBe(4);
    const path = `${root()}${made.json.id}/`;
    const changed = { action: 'create_challenger' };
    expect((await bench.api('PATCH', path, { body: changed })).json).toMatchObject({ ...body, ...changed });
    expect(await get(path)).toMatchObject(changed);
    expect((await bench.api('DELETE', path)).status).toBe(200);
    expect((await bench.api('GET', path)).status).toBe(404);
  });

  it.each([
    [{ name: 'x' }, "'description': is required"],
    [{ ...body, action: 'x' }, "'action': value doesn't match"],
    [{ ...body, trigger: { type: 'x' } }, "'trigger'"],
    [{ ...body, trigger: 1 }, "'trigger': value is not a dict"],
    [{ ...body, other: 1 }, "'other': other is not allowed key"],
    [{ ...body, name: 1 }, "'name': value is not a string"],
  ])('%j is refused', async (wrong, message) => {
    const answer = await bench.api('POST', root(), { body: wrong });
    expect([answer.status, answer.json.message]).toEqual([422, expect.stringContaining(message)]);
  });

  it('are five at most', async () => {
    for (let count = 0; count < 2; count += 1) await bench.api('POST', root(), { body });
    expect((await bench.api('POST', root(), { body })).status).toBe(422);
  });
});

it('settings name a dataset, a user, an environment', async () => {
  const path = `${cars()}/retrainingSettings/`;
  expect(await get(path)).toMatchObject({
    dataset: null,
    retrainingUser: { username: 'sandbox@example.com' },
  });
  const id = await setDataset();
  expect(await get(path)).toMatchObject({ dataset: { id, name: 'data.csv' } });
  expect((await bench.api('PATCH', path, { body: { datasetId: 'none' } })).status).toBe(422);
  expect((await bench.api('PATCH', path, { body: { x: 1 } })).status).toBe(422);
  const nobody = { retrainingUserId: null, predictionEnvironmentId: null };
  expect((await bench.api('PATCH', path, { body: nobody })).json).toMatchObject({
    ...{ retrainingUser: null, predictionEnvironment: null },
  });
});

describe('a retraining', () => {
  it('makes a model that answers once it has replaced the other', async () => {
    const before = await consumption();
    const { answer, run, id } = await start();
    expect([answer.status, answer.text]).toEqual([200, '']);
    const job = await bench.create();
    const end = await finish(run);
    expect(end).toMatchObject({
      ...{ id, status: 'completed', errorMessage: null, challengerId: null },
      ...{ finishTime: expect.any(String), modelPackageId: expect.any(String) },
    });
    const policy = await get(runsOf('refresh').replace('runs/', ''));
    expect(policy.latestRun).toEqual({ id, status: 'completed' });
    expect(await consumption()).toBe(before);

    const body = { modelPackageId: end.modelPackageId };
    expect((await bench.api('POST', `${cars()}/model/validation/`, { body })).json).toMatchObject({
      ...{
        status: 'passing',
        checks: { target: { status: 'passing' }, notCurrentModel: { status: 'passing' } },
      },
    });
    const replacing = await bench.api('PATCH', `${cars()}/model/`, {
      body: { ...body, reason: 'DATA_DRIFT' },
    });
    expect([replacing.status, replacing.json.status]).toEqual([202, 'passing']);
    expect((await get('/deployments/')).data[0].status).toBe('replacingModel');
    expect(await consumption()).toBe(before);
    expect((await bench.follow(location(replacing))).status).toBe(303);
    expect(await get(`${cars()}/`)).toMatchObject({
      status: 'active',
      modelPackage: { id: end.modelPackageId },
    });
    expect((await consumption()) / before).toBeCloseTo(2, 3);
    expect(bench.sandbox.state().dataRobot).toMatchObject({
      ...{ replacements: 1, retrainings: [{ id, state: 'completed' }] },
    });

    await bench.upload(job, carsCsv);
    await bench.finish(job);
    const [row] = rowsOf((await bench.download(job)).text);
    expect(Number(row?.Miles_per_Gallon_PREDICTION)).toBe(before);
  });

  it('may replace the model by itself, or make a challenger', async () => {
    const before = await consumption();
    expect(await finish((await start('challenge')).run)).toMatchObject({
      ...{ status: 'completed', challengerId: expect.any(String), modelPackageId: null },
    });
    expect(await consumption()).toBe(before);
    expect(await finish((await start('replace')).run)).toMatchObject({
      status: 'completed',
      challengerId: null,
    });
    expect((await consumption()) / before).toBeCloseTo(2, 3);
  });

  it('fails on data without the target', async () => {
    const { run } = await start('refresh', penguinsCsv);
    expect(await finish(run)).toMatchObject({
      ...{ status: 'failed', errorMessage: 'There is no column "Miles_per_Gallon".', modelPackageId: null },
    });
  });

  it('can be cancelled', async () => {
    const { run } = await start();
    expect((await bench.api('PATCH', run, { body: { status: 'stop' } })).status).toBe(422);
    const cancel = () => bench.api('PATCH', run, { body: { status: 'cancelled' } });
    expect((await cancel()).json).toMatchObject({ status: 'cancelled', finishTime: expect.any(String) });
    expect((await cancel()).status).toBe(422);
    expect(await finish(run)).toMatchObject({ status: 'cancelled', modelPackageId: null });
  });

  it('needs its settings', async () => {
    expect((await bench.api('POST', runsOf('refresh'))).status).toBe(422);
    enable('retrain-settings-missing');
    expect((await bench.api('POST', runsOf('refresh'))).status).toBe(200);
    expect((await get(runsOf('refresh'))).data).toMatchObject([{ status: 'failed' }]);
    expect((await bench.api('GET', `${runsOf('refresh')}none/`)).status).toBe(404);
  });

  it('fails as planned', async () => {
    const { run } = await start();
    bench.sandbox.faults.plan({ kind: 'run-fails', message: 'as planned' });
    expect(await finish(run)).toMatchObject({ status: 'failed', errorMessage: 'as planned' });
  });
});

describe('variants', () => {
  it('run-post-body, run-post-202', async () => {
    enable('run-post-body', 'run-post-202');
    const { answer, id, run } = await start();
    expect([answer.status, answer.json, location(answer)]).toEqual([
      ...[202, { id }, `${bench.platform.endpoint}${run}`],
    ]);
  });

  it('run-appears-late', async () => {
    enable('run-appears-late');
    await start();
    const counts = [];
    for (let looks = 0; looks < 2; looks += 1) counts.push((await get(runsOf('refresh'))).count);
    expect(counts).toEqual([0, 1]); // after the look of the start
  });

  it('run-status-words, run-finish-null, run-result-missing', async () => {
    enable('run-status-words', 'run-finish-null', 'run-result-missing');
    expect(await finish((await start()).run)).toMatchObject({
      ...{ status: 'SUCCESS', finishTime: null, modelPackageId: null },
    });
  });

  it('run-cancel-word, run-cancel-422', async () => {
    enable('run-cancel-word');
    const { run } = await start();
    const cancel = (status: string) => bench.api('PATCH', run, { body: { status } });
    expect((await cancel('cancelled')).status).toBe(422);
    expect((await cancel('aborted')).status).toBe(200);
    enable('run-cancel-422');
    expect((await bench.api('PATCH', (await start()).run, { body: { status: 'aborted' } })).status).toBe(422);
  });
});

describe('a replacement', () => {
  const replace = (body: Record<string, string>) => bench.api('PATCH', `${cars()}/model/`, { body });
  const reason = 'OTHER';
  const other = () => bench.deployment('penguins-sex').modelPackageId;
  const trained = async () => (await finish((await start()).run)).modelPackageId as string;

  it('is refused when it may not be', async () => {
    const answer = await replace({ modelPackageId: other(), reason });
    expect([answer.status, answer.json]).toEqual([
      ...[422, expect.objectContaining({ status: 'failing', checks: expect.anything() })],
    ]);
    const { modelPackageId } = bench.deployment('cars-fuel');
    expect((await replace({ modelPackageId, reason })).json.checks.notCurrentModel.status).toBe('failing');
    expect((await replace({ modelPackageId: other() })).status).toBe(422);
    expect((await replace({ reason })).status).toBe(422);
    expect((await replace({ modelPackageId: 'none', reason })).status).toBe(404);
    const { model } = await get(`/deployments/${bench.deployment('penguins-sex').id}/`);
    expect((await replace({ modelId: model.id, reason })).status).toBe(422);
  });

  it('replace-invalid-async', async () => {
    enable('replace-invalid-async');
    const answer = await replace({ modelPackageId: other(), reason });
    expect(answer.status).toBe(202);
    expect((await bench.follow(location(answer))).json).toMatchObject({ status: 'ERROR', code: 1 });
    expect(bench.sandbox.state().dataRobot.replacements).toBe(0);
  });

  it('does not come about on a deployment that is not active', async () => {
    const modelPackageId = await trained();
    const off = await bench.api('PATCH', `${cars()}/status/`, { body: { status: 'inactive' } });
    await bench.follow(location(off));
    const answer = await replace({ modelPackageId, reason });
    expect((await bench.follow(location(answer))).json).toMatchObject({ status: 'ERROR' });
  });

  it('model-replace-lag', async () => {
    const modelPackageId = await trained();
    enable('model-replace-lag');
    await bench.follow(location(await replace({ modelPackageId, reason })));
    const shown = async () => (await get(`${cars()}/`)).modelPackage.id === modelPackageId;
    expect([await shown(), await shown(), await shown()]).toEqual([false, false, true]);
  });

  it('ends errored as planned', async () => {
    const modelPackageId = await trained();
    bench.sandbox.faults.plan({ kind: 'replacement-errored' });
    const answer = await replace({ modelPackageId, reason });
    expect((await bench.follow(location(answer))).json).toMatchObject({ status: 'ERROR' });
    expect((await get(`${cars()}/`)).status).toBe('errored');
    expect((await bench.predict('cars-fuel', carsCsv)).status).toBe(422);
  });
});
