import { presetCsv } from '../src/index.ts';
import { Bench, put } from './client.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const csv = presetCsv('cars.json');
const enable = (...names: string[]) => bench.sandbox.variants.change({ enable: names });
const jobs = () => bench.sandbox.state().predictionOne.japan.retrainJobs;
const cars = async () => {
  const { json } = await bench.manage('GET', '/classifiers', { key: bench.region.credentials.deployKey });
  return json.classifiers.find(
    (each: { classifier_id: string }) => each.classifier_id === bench.cars.classifierId,
  );
};

describe('Q7: the switch', () => {
  const finished = async () => (await bench.retrain(csv)).id;

  it('is refused before the end, and done again without harm after it', async () => {
    const { id, url } = await bench.issue();
    await put(url, csv);
    expect((await bench.turnOver(id)).json.message).toBe('Retrain job is not finished.');
    await bench.finish(id);
    expect([(await bench.turnOver(id)).status, (await bench.turnOver(id)).status]).toEqual([200, 200]);
    const statuses = [(await cars()).status, (await cars()).status, (await cars()).status];
    expect(statuses).toEqual(['updating', 'updating', 'running']);
    expect(await cars()).toMatchObject({ model_id: jobs()[0]?.modelId, api_key: bench.cars.predictionKey });
  });

  it('switch-sync', async () => {
    enable('switch-sync');
    await bench.turnOver(await finished());
    expect(await cars()).toMatchObject({ status: 'running', model_id: jobs()[0]?.modelId });
  });

  it('switch-downtime', async () => {
    enable('switch-downtime');
    await bench.turnOver(await finished());
    expect([
      (await bench.score()).status,
      (await bench.score()).status,
      (await bench.score()).status,
    ]).toEqual([503, 503, 200]);
  });

  it('switch-fails', async () => {
    enable('switch-fails');
    await bench.turnOver(await finished());
    bench.sandbox.clock.step(3);
    expect(await cars()).toMatchObject({ status: 'failed', model_id: bench.cars.modelId });
  });

  it('switch-twice-rejected', async () => {
    enable('switch-twice-rejected');
    const id = await finished();
    expect([(await bench.turnOver(id)).status, (await bench.turnOver(id)).status]).toEqual([200, 400]);
  });

  it('switch-invalidates-retrain-key', async () => {
    enable('switch-invalidates-retrain-key', 'switch-sync');
    await bench.turnOver(await finished());
    const refused = await bench.manage('GET', '/retrain_jobs/upload_url?filename=a.csv', {
      key: bench.cars.retrainKey,
    });
    expect(refused.json.message).toBe('This model may be deleted.');
    expect((await bench.apiKey()).json.message).toBe('This model may be deleted.');
    const fresh = (await bench.apiKey(`credential_type=retrain&model_id=${(await cars()).model_id}`)).json
      .api_key;
    expect((await bench.issue('a.csv', fresh)).id).toEqual(expect.any(String));
  });

  it('switch-changes-inference-key', async () => {
    enable('switch-changes-inference-key', 'switch-sync');
    await bench.turnOver(await finished());
    expect((await bench.score()).json.message).toBe('Invalid API key');
    const { api_key: predictionKey } = await cars();
    expect((await bench.score({}, {}, { ...bench.cars, predictionKey })).status).toBe(200);
  });

  it('status-without-model-id', async () => {
    enable('status-without-model-id');
    expect((await bench.retrain(csv)).end.json).not.toHaveProperty('model_id');
  });

  it('works for a second round with the same key', async () => {
    enable('switch-sync');
    await bench.turnOver(await finished());
    const second = await finished();
    expect((await bench.turnOver(second)).status).toBe(200);
    expect((await cars()).model_id).toBe(jobs()[1]?.modelId);
  });
});
