import { existsSync } from 'node:fs';
import { presetCsv, startSandbox } from '../src/index.ts';
import { Bench, call, put, until } from './client.ts';

it('says the same for the same seed, and something else for another', async () => {
  const story = async (seed?: number) => {
    const bench = await Bench.start({ seed });
    const { id, end } = await bench.retrain(presetCsv('cars.json'));
    const { credentials, published } = bench.region;
    const result = await (await fetch(end.json.download_url)).arrayBuffer();
    await bench.sandbox.close();
    const plain = published.map(({ inferenceUrl: _url, ...rest }) => rest);
    return JSON.stringify([
      id,
      end.json.model_id,
      credentials,
      plain,
      Buffer.from(result).toString('base64'),
    ]);
  };
  const [first, again, other] = [await story(), await story(1), await story(2)];
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

it('keeps the regions apart', async () => {
  const bench = await Bench.start();
  try {
    const { international } = bench.sandbox.describe().predictionOne;
    const url = `${international.managementBaseUrl}/v1/external/retrain_jobs/upload_url?filename=a.csv`;
    expect((await call('GET', url, { key: bench.cars.retrainKey })).json.message).toBe('invalid_api_key.');
    expect((await call('GET', url, { key: international.published[0]?.retrainKey })).status).toBe(200);
    const { predictionOne } = bench.sandbox.state();
    expect([predictionOne.japan.retrainJobs.length, predictionOne.international.retrainJobs.length]).toEqual([
      0, 1,
    ]);
    expect(bench.sandbox.requests().map(({ origin }) => origin)).toEqual(
      Array(2).fill('predictionOne.international'),
    );
  } finally {
    await bench.sandbox.close();
  }
});

it('starts with variants and faults, and comes back to the start on reset', async () => {
  const bench = await Bench.start({ variants: ['put-204'], faults: [{ kind: 'http-500-once' }] });
  try {
    const before = JSON.stringify(bench.sandbox.describe());
    expect((await bench.status('x')).status).toBe(500);
    const { id, url } = await bench.issue();
    bench.sandbox.variants.change({ enable: ['any-key-type'], disable: ['put-204'] });
    const { control } = bench.sandbox.describe();
    expect((await call('POST', `${control}/reset`)).status).toBe(204);
    expect(JSON.stringify(bench.sandbox.describe())).toBe(before);
    expect(bench.sandbox.variants.list()).toEqual(['put-204']);
    expect(bench.sandbox.requests()).toEqual([]);
    expect((await put(url, 'x')).status).toBe(403);
    expect((await bench.status(id)).json.message).toBe('Not found retrain job.');
    expect((await bench.issue()).id).toBe(id);
  } finally {
    await bench.sandbox.close();
  }
});

describe('jobs that follow the clock', () => {
  const statusAfterPolls = async (timeScale: number, until: (status: string) => boolean) => {
    const bench = await Bench.start({ timeScale });
    try {
      const { id, url } = await bench.issue();
      await put(url, presetCsv('cars.json'));
      let status = '';
      for (let polls = 0; polls < 200 && !until(status); polls += 1) {
        status = (await bench.status(id)).json.status;
        if (polls > 5) await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return status;
    } finally {
      await bench.sandbox.close();
    }
  };

  it('do not move with the polls', async () => {
    let polls = 0;
    expect(await statusAfterPolls(1, () => (polls += 1) > 6)).toBe('sandbox_waiting');
  });

  it('end by themselves', async () => {
    expect(await statusAfterPolls(3000, (status) => status === 'job_finished')).toBe('job_finished');
  });
});

it('is driven over HTTP', async () => {
  const bench = await Bench.start();
  try {
    const { control } = bench.sandbox.describe();
    const about = (await call('GET', control)).json;
    expect(about.operations).toContain('inference');
    expect(about.faultKinds).toHaveProperty('slow-drip');
    const changed = await call('POST', `${control}/variants`, { body: { enable: ['put-204'] } });
    expect(changed.json).toEqual({ enabled: ['put-204'] });
    expect((await call('POST', `${control}/variants`, { body: { enable: ['nope'] } })).json.error).toMatch(
      /There is no variant "nope"/,
    );
    for (const path of ['faults', 'variants', 'clock']) {
      const answer = await call('POST', `${control}/${path}`);
      expect([answer.status, answer.json.error]).toEqual([400, expect.stringMatching(/Send a JSON body/)]);
    }
    expect((await call('GET', `${control}/variants`)).json.enabled).toEqual(['put-204']);
    const { id, url } = await bench.issue();
    await put(url, presetCsv('cars.json'));
    expect((await call('POST', `${control}/clock`, { body: { steps: 3, advanceMs: 1000 } })).status).toBe(
      200,
    );
    expect((await bench.status(id)).json.status).toBe('job_finished');
    expect((await call('POST', `${control}/clock`, { body: { steps: -1 } })).status).toBe(400);
    const plan = (await call('POST', `${control}/faults`, { body: { faults: [{ kind: 'http-500-once' }] } }))
      .json;
    expect((await call('GET', `${control}/faults`)).json.faults).toHaveLength(1);
    expect((await call('DELETE', `${control}/faults/${plan.id}`)).status).toBe(204);
    expect((await call('GET', `${control}/faults/${plan.id}`)).status).toBe(404);
    expect((await call('GET', `${control}/state`)).json).toMatchObject({ credentialLeaks: 0 });
  } finally {
    await bench.sandbox.close();
  }
});

it('refuses bad options, and a taken port, without leaving anything behind', async () => {
  await expect(startSandbox({ variants: ['nope'] })).rejects.toThrow(RangeError);
  const first = await startSandbox();
  try {
    const port = Number(new URL(first.describe().control).port);
    await expect(startSandbox({ port })).rejects.toThrow(/EADDRINUSE/);
  } finally {
    await first.close();
  }
  expect(existsSync(first.describe().stateDir)).toBe(false);
});

it('ends also while a call hangs', async () => {
  const bench = await Bench.start({ faults: [{ kind: 'stall' }] });
  const hanging = bench.status('x');
  hanging.catch(() => undefined);
  await until(() => bench.sandbox.requests().length > 0);
  await bench.sandbox.close(); // would wait for ever
  await expect(hanging).rejects.toThrow();
});
