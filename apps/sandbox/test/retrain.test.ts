import { presetCsv } from '../src/index.ts';
import { Bench, call, output, put } from './client.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.sandbox.close());

const csv = presetCsv('cars.json');

describe('retraining', () => {
  it('goes from upload over result to switch, and changes predictions only then', async () => {
    const before = output(await bench.score());
    expect(before).toMatch(/^sandbox_prediction\r\n[\d.]+\r\n$/);

    // Twice the fuel economy: the new model must say something quite different
    const doubled = csv.replace(
      /^((?:"[^"]*"|[^,]*),)([\d.]+)/gm,
      (_line, name, miles) => `${name}${Number(miles) * 2}`,
    );
    const { id, url } = await bench.issue();
    expect((await bench.status(id)).json.status).toBe('sandbox_waiting');
    expect((await put(url, doubled)).status).toBe(200);
    expect((await bench.status(id)).json.status).toBe('sandbox_waiting');
    expect((await bench.status(id)).json.status).toBe('sandbox_running');
    const end = (await bench.status(id)).json;
    expect(end).toMatchObject({ status: 'job_finished', metadata: { retrain_job_id: id } });

    const result = await fetch(end.download_url);
    expect(result.headers.get('content-type')).toBe('application/zip');
    expect(
      Buffer.from(await result.arrayBuffer())
        .subarray(0, 4)
        .toString('latin1'),
    ).toBe('PK\x03\x04');
    expect(output(await bench.score())).toBe(before);

    const switched = await bench.manage('PUT', `/retrain_jobs/${id}/update_model`, {
      key: bench.cars.retrainKey,
    });
    expect(switched).toMatchObject({ status: 200, json: { metadata: { retrain_job_id: id } } });
    const answers = [];
    for (let turn = 0; turn < 3; turn += 1) answers.push(output(await bench.score()));
    expect(answers.slice(0, 2)).toEqual([before, before]);
    const [old, fresh] = [before, answers[2] as string].map((text) => Number(text.split('\r\n')[1]));
    expect(fresh! / old!).toBeGreaterThan(1.8);
    expect(bench.sandbox.state()).toMatchObject({
      credentialLeaks: 0,
      predictionOne: {
        japan: { trainingsStarted: 1, switches: 1, retrainJobs: [{ id, uploads: [{ name: 'cars.csv' }] }] },
      },
    });
  });

  it('hands out keys against the secret key', async () => {
    const { secretKey } = bench.region.credentials;
    const path = `/api-key?credential_type=retrain&model_id=${bench.cars.modelId}`;
    const { json } = await bench.manage('GET', path, { key: secretKey });
    expect(json.api_key).toBe(bench.cars.retrainKey);
    expect(new Date(json.end_date).getTime()).toBeGreaterThan(Date.now());
  });

  it('can be told to fail, and tells what was consumed', async () => {
    const { control } = bench.sandbox.describe();
    const plan = await call('POST', `${control}/faults`, {
      body: [{ operation: 'retrainStatus', kind: 'http-503-burst', times: 2 }],
    });
    expect(plan.json.consumed).toBe(false);
    const { id } = await bench.issue();
    expect([
      (await bench.status(id)).status,
      (await bench.status(id)).status,
      (await bench.status(id)).status,
    ]).toEqual([503, 503, 200]);
    expect((await call('GET', `${control}/faults/${plan.json.id}`)).json).toMatchObject({
      consumed: true,
      faults: [{ hits: 2 }],
    });
    const { requests } = (await call('GET', `${control}/requests`)).json;
    expect(
      requests.map((entry: { operation: string; status: number }) => [entry.operation, entry.status]),
    ).toEqual([
      ['retrainUpload', 200],
      ['retrainStatus', 503],
      ['retrainStatus', 503],
      ['retrainStatus', 200],
    ]);
    expect(JSON.stringify(requests)).not.toContain(bench.cars.retrainKey);
  });
});
