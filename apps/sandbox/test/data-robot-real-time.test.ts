import { gzipSync } from 'node:zlib';
import { dataRobotBadCell, dataRobotRealTimeVariants } from '../src/index.ts';
import type { DataRobotRealTimeVariant } from '../src/index.ts';
import { call } from './client.ts';
import { carsCsv, DataRobotBench, penguinsCsv, rowsOf } from './data-robot-bench.ts';

let bench: DataRobotBench;
beforeAll(async () => {
  bench = await DataRobotBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const tested = new Set<string>();
const enable = (...names: readonly DataRobotRealTimeVariant[]) => {
  for (const name of names) tested.add(name);
  bench.sandbox.variants.change({ enable: names });
};
const json = { 'content-type': 'application/json' };
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const strengths = (row: { readonly predictionExplanations: readonly { readonly strength: number }[] }) =>
  row.predictionExplanations.map(({ strength }) => strength);

describe('three kinds of targets', () => {
  it('a number, as in a batch', async () => {
    const { data } = (await bench.predict('cars-fuel', carsCsv)).json;
    expect(data).toHaveLength(406);
    expect(data[405].rowId).toBe(405);
    const { rows } = await bench.score(carsCsv);
    expect(data.map(({ prediction }: { prediction: number }) => String(prediction))).toEqual(
      rows.map((row) => row.Miles_per_Gallon_PREDICTION),
    );
    expect(data[0].predictionValues).toEqual([{ label: 'Miles_per_Gallon', value: data[0].prediction }]);
  });

  it('yes or no, on serverless', async () => {
    const { data } = (await bench.predict('penguins-sex', penguinsCsv)).json;
    const [row] = data;
    expect(row).toMatchObject({ predictionThreshold: 0.5, predictionValues: [{ label: 1 }, { label: 0 }] });
    expect(sum(row.predictionValues.map(({ value }: { value: number }) => value))).toBeCloseTo(1, 4);
    expect(row.prediction).toBe(row.predictionValues[0].value > 0.5 ? 1 : 0);
  });

  it('one of many', async () => {
    const { data } = (await bench.predict('penguins-species', penguinsCsv)).json;
    expect(data[0]).toMatchObject({ prediction: 'Adelie' });
    expect(data[0].predictionValues.map(({ label }: { label: string }) => label)).toEqual([
      ...['Adelie', 'Chinstrap', 'Gentoo'],
    ]);
  });
});

it('takes CSV, JSON and forms, and gzip of each', async () => {
  const expected = (await bench.predict('cars-fuel', carsCsv)).json.data;
  const objects = JSON.stringify(rowsOf(carsCsv));
  expect((await bench.predict('cars-fuel', objects, { headers: json })).json.data).toEqual(expected);
  const headers = { ...json, 'content-encoding': 'gzip' };
  expect((await bench.predict('cars-fuel', gzipSync(objects), { headers })).json.data).toEqual(expected);
  const form = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${carsCsv}\r\n--x--\r\n`;
  const type = { 'content-type': 'multipart/form-data; boundary=x' };
  expect((await bench.predict('cars-fuel', form, { headers: type })).json.data).toEqual(expected);
});

it('answers CSV', async () => {
  const headers = { accept: 'text/csv' };
  const query = '?maxExplanations=1&passthroughColumns=Sex&decimalsNumber=2';
  const { text } = await bench.predict('penguins-sex', penguinsCsv, { headers, query });
  expect(Object.keys(rowsOf(text)[0] ?? {})).toEqual([
    ...['Sex_FEMALE_PREDICTION', 'Sex_MALE_PREDICTION', 'Sex_PREDICTION', 'THRESHOLD', 'POSITIVE_CLASS'],
    ...['EXPLANATION_1_FEATURE_NAME', 'EXPLANATION_1_STRENGTH', 'EXPLANATION_1_QUALITATIVE_STRENGTH'],
    ...['EXPLANATION_1_ACTUAL_VALUE', 'Sex'],
  ]);
  expect(rowsOf(text)[0]?.Sex_FEMALE_PREDICTION).toMatch(/^[01](\.\d\d?)?$/);
  enable('rt-csv-columns');
  expect((await bench.predict('penguins-sex', penguinsCsv, { headers })).text).toMatch(/^Sex_PREDICTION\r\n/);
});

describe('explanations add up', () => {
  const row = async (label: string, csv: string, query: string) =>
    (await bench.predict(label, csv, { query })).json.data[0];

  it('to a number', async () => {
    const all = await row('cars-fuel', carsCsv, '?explanationAlgorithm=shap');
    const [{ baseValue, remainingTotal }] = all.shapExplanationsMetadata;
    expect(remainingTotal).toBe(0);
    expect(baseValue + sum(strengths(all))).toBeCloseTo(all.prediction, 3);
    const two = await row('cars-fuel', carsCsv, '?explanationAlgorithm=shap&maxExplanations=2');
    expect(strengths(two)).toEqual(strengths(all).slice(0, 2));
    expect(baseValue + sum(strengths(two)) + two.shapExplanationsMetadata[0].remainingTotal).toBeCloseTo(
      all.prediction,
      3,
    );
  });

  it('to the log-odds of yes', async () => {
    const all = await row('penguins-sex', penguinsCsv, '?explanationAlgorithm=shap&maxExplanations=all');
    const odds = all.shapExplanationsMetadata[0].baseValue + sum(strengths(all));
    expect(1 / (1 + Math.exp(-odds))).toBeCloseTo(all.predictionValues[0].value, 4);
    expect(all.predictionExplanations[0]).toMatchObject({
      ...{ label: 1, feature: expect.any(String), qualitativeStrength: expect.stringMatching(/^([+]+|-+)$/) },
    });
  });

  it('to what a class has above the others', async () => {
    enable('rt-class-explanations');
    const query = '?explanationAlgorithm=shap&explanationNumTopClasses=3';
    const all = await row('penguins-species', penguinsCsv, query);
    const width = all.predictionExplanations.length / 3;
    const powers = [0, 1, 2].map((index) =>
      Math.exp(
        all.shapExplanationsMetadata[index].baseValue +
          sum(strengths(all).slice(index * width, (index + 1) * width)),
      ),
    );
    const values = Object.fromEntries(
      all.predictionValues.map(({ label, value }: { label: string; value: number }) => [label, value]),
    );
    powers.forEach((power, index) => {
      const { label } = all.predictionExplanations[index * width];
      expect(power / sum(powers)).toBeCloseTo(values[label], 4);
    });
    const named = '?maxExplanations=1&explanationClassNames=Gentoo';
    expect((await row('penguins-species', penguinsCsv, named)).predictionExplanations).toMatchObject([
      { label: 'Gentoo' },
    ]);
  });

  it('and come where they are asked for', async () => {
    const count = async (query: string) =>
      (await row('cars-fuel', carsCsv, query)).predictionExplanations?.length;
    expect(await count('')).toBeUndefined();
    expect(await count('?explanationAlgorithm=xemp&maxExplanations=0')).toBeUndefined();
    expect(await count('?maxCodes=2')).toBe(2);
    expect(await count('?maxExplanations=2&thresholdHigh=1000')).toBe(0);
    expect(await count('?maxExplanations=2&thresholdLow=1000')).toBe(2);
    expect(await count('?explanationAlgorithm=xemp')).toBeUndefined();
    enable('xemp-default-3');
    expect(await count('?explanationAlgorithm=xemp')).toBe(3);
  });
});

it('passes columns through, rounds, warns, and speaks of time', async () => {
  const query =
    '?passthroughColumnsSet=all&decimalsNumber=1&predictionWarningEnabled=true&forecastPoint=2024-05-01T00:00:00';
  const [row] = (await bench.predict('cars-fuel', carsCsv, { query })).json.data;
  expect(row).toMatchObject({
    isOutlierPrediction: false,
    passthroughValues: { Name: 'chevrolet chevelle malibu' },
    ...{ forecastDistance: 1, seriesId: null, deploymentApprovalStatus: 'APPROVED' },
  });
  expect(String(row.prediction)).toMatch(/^\d+(\.\d)?$/);
  expect(row).not.toHaveProperty('originalFormatTimestamp');
  enable('ts-extra-field');
  const [again] = (await bench.predict('cars-fuel', carsCsv, { query })).json.data;
  expect(again).toHaveProperty('originalFormatTimestamp');
});

it.each([
  ['?wd=1', 422, "'wd': wd is not allowed key"],
  [
    '?explanationNumTopClasses=1',
    422,
    "'explanationNumTopClasses': explanationNumTopClasses is not allowed key",
  ],
  ['?passthroughColumns=', 422, "'passthroughColumns': blank value is not allowed"],
  ['?passthroughColumnsSet=some', 422, "'passthroughColumnsSet': value is not exactly 'all'"],
  ['?passthroughColumnsSet=all&passthroughColumns=Name', 422, 'exclude each other'],
  ['?maxExplanations=all', 422, 'SHAP only'],
  ['?predictionsStartDate=2024-01-01', 422, 'belong together'],
  ['?decimalsNumber=x', 422, 'int'],
  ['?thresholdLow=x', 422, 'float'],
  ['?predictionWarningEnabled=x', 422, 'True or False'],
  [
    '?passthroughColumns=No',
    400,
    "passthroughColumns do not match columns, columns expected but not found: [u'No']",
  ],
])('refuses %s', async (query, status, message) => {
  const answer = await bench.predict('cars-fuel', carsCsv, { query });
  expect([answer.status, answer.json.message]).toEqual([status, expect.stringContaining(message)]);
});

it.each([
  ['', 'no row'],
  ['Name\r\n', 'no row'],
  ['x,y\r\n1,2\r\n', 'none of the model'],
  [`Name,Cylinders\r\na,8\r\nb,${dataRobotBadCell}\r\n`, 'row 1:'],
  ['Name,Cylinders\r\na\r\n', 'row 0:'],
])('refuses the data %j', async (csv, message) => {
  const answer = await bench.predict('cars-fuel', csv);
  expect([answer.status, answer.json.message]).toEqual([422, expect.stringContaining(message)]);
});

describe('a portable server', () => {
  const post = (path: string, headers: Record<string, string> = {}) =>
    call('POST', `${bench.platform.portableServer.url}${path}`, { body: rowsOf(carsCsv), headers });

  it('answers without a token', async () => {
    const expected = (await bench.predict('cars-fuel', carsCsv)).json;
    expect((await post('/predictions')).json).toEqual(expected);
    const { id } = bench.deployment('cars-fuel');
    expect((await post(`/deployments/${id}/predictions`)).json).toEqual(expected);
    const { url } = bench.platform.portableServer;
    expect((await call('GET', `${url}/ping`)).json).toEqual({ response: 'pong' });
    expect((await call('GET', `${url}/info`)).json).toMatchObject({ deployment_id: id });
  });

  it('pps-auth', async () => {
    enable('pps-auth');
    expect((await post('/predictions')).status).toBe(401);
    const authorization = `Bearer ${bench.platform.portableServer.token}`;
    expect((await post('/predictions', { authorization })).status).toBe(200);
    expect(bench.sandbox.state().credentialLeaks).toBe(0);
  });
});

describe('unstructured', () => {
  const send = (
    label: string,
    options: { query?: string; headers?: Record<string, string>; route?: string } = {},
  ) =>
    bench.predict(label, Buffer.from([0, 255, 10]), {
      route: 'predictionsUnstructured',
      ...options,
      headers: { 'content-type': 'image/x-own', accept: '', ...options.headers },
    });

  it('hands on bytes, type and query', async () => {
    const answer = await send('echo');
    expect([answer.status, answer.headers.get('content-type'), answer.text]).toEqual([
      ...[200, 'image/x-own', '\u0000\uFFFD\n'],
    ]);
    expect((await send('echo-serverless', { query: '?a=1&b=2' })).text).toMatch(/^a=1&b=2\n/);
    expect((await send('cars-fuel')).status).toBe(422);
    expect((await send('echo', { route: 'predictions' })).status).toBe(422);
    enable('unstructured-query-dropped', 'unstructured-accept-406');
    expect((await send('echo', { query: '?a=1' })).text).not.toMatch('a=1');
    expect((await send('echo', { headers: { accept: '*/*' } })).status).toBe(406);
  });

  it('serverless-unstructured-on-predictions', async () => {
    enable('serverless-unstructured-on-predictions');
    expect((await send('echo-serverless')).status).toBe(404);
    expect((await send('echo-serverless', { route: 'predictions' })).status).toBe(200);
    expect((await send('echo')).status).toBe(200);
  });
});

describe('limits', () => {
  const line = 'x'.repeat(1023);
  const tooBig = Buffer.from(`Name\r\n${`${line}\n`.repeat(50 * 1024 + 1)}`);

  it('50 MB of inflated body', async () => {
    expect((await bench.predict('cars-fuel', tooBig)).status).toBe(413);
    const headers = { 'content-encoding': 'gzip' };
    expect((await bench.predict('cars-fuel', gzipSync(tooBig), { headers })).status).toBe(413);
    enable('oversize-422');
    expect((await bench.predict('cars-fuel', tooBig)).status).toBe(422);
    bench.sandbox.variants.change({ disable: ['oversize-422'] });
    enable('oversize-400');
    expect((await bench.predict('cars-fuel', tooBig)).status).toBe(400);
    bench.sandbox.variants.change({ disable: ['oversize-400'] });
    enable('oversize-reset');
    await expect(bench.predict('cars-fuel', tooBig)).rejects.toThrow();
    enable('gzip-counts-compressed');
    const small = gzipSync(tooBig);
    expect((await bench.predict('cars-fuel', small, { headers })).json.message).toMatch('none of the model');
  });

  it('8192 bytes of request line', async () => {
    const query = `?passthroughColumns=${'x'.repeat(8192)}`;
    expect((await bench.predict('cars-fuel', carsCsv, { query })).status).toBe(414);
  });

  it('gzip that is none', async () => {
    const headers = { 'content-encoding': 'gzip' };
    expect((await bench.predict('cars-fuel', carsCsv, { headers })).status).toBe(422);
    expect(
      (await bench.predict('cars-fuel', carsCsv, { headers: { 'content-encoding': 'br' } })).status,
    ).toBe(415);
  });
});

it('other statuses and times', async () => {
  const time = async () =>
    (await bench.predict('cars-fuel', carsCsv)).headers.get('x-datarobot-execution-time');
  expect(await time()).toBe('38');
  enable('exec-time-float');
  expect(await time()).toBe('38.41');
  enable('exec-time-missing');
  expect(await time()).toBeNull();
  enable('both-passthrough-400', 'bad-payload-400');
  const query = '?passthroughColumnsSet=all&passthroughColumns=Name';
  expect((await bench.predict('cars-fuel', carsCsv, { query })).status).toBe(400);
  expect((await bench.predict('cars-fuel', 'a,b\r\n1\r\n')).status).toBe(400);
});

describe('a quota', () => {
  const limit = async (count: number) =>
    bench.api('POST', '/quotas/', {
      body: {
        ...{ resourceType: 'deployment', resourceId: bench.deployment('cars-fuel').id },
        defaultRules: [{ rule: 'requests', limit: count, window: 'min' }],
      },
    });

  it('that is used up is told', async () => {
    expect((await limit(1)).status).toBe(201);
    expect((await bench.predict('cars-fuel', carsCsv)).status).toBe(200);
    const answer = await bench.predict('cars-fuel', carsCsv);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, null]);
    enable('retry-after-seconds', 'quota-403');
    const seconds = await bench.predict('cars-fuel', carsCsv);
    expect([seconds.status, Number(seconds.headers.get('retry-after')) > 50]).toEqual([403, true]);
    enable('retry-after-date');
    expect((await bench.predict('cars-fuel', carsCsv)).headers.get('retry-after')).toMatch(/GMT$/);
    bench.sandbox.clock.advance(60_001);
    expect((await bench.predict('cars-fuel', carsCsv)).status).toBe(200);
    const { json: usage } = await bench.api('GET', '/account/rateLimitUsage/');
    expect(usage.usage).toEqual([
      {
        resource: 'predict',
        currentUsage: 5,
        maxUsage: expect.any(Number),
        timeToExpire: expect.any(Number),
      },
    ]);
  });

  it('is listed, changed and deleted; one for a deployment', async () => {
    const { id } = (await limit(1)).json;
    expect((await limit(1)).status).toBe(409);
    const resource = `resourceType=deployment&resourceId=${bench.deployment('cars-fuel').id}`;
    expect((await bench.api('GET', `/quotas/?${resource}`)).json.data).toMatchObject([{ id }]);
    expect((await bench.api('GET', '/quotas/?resourceId=none')).json.data).toEqual([]);
    const rules = { defaultRules: [{ rule: 'requests', limit: 9, window: 'day' }] };
    expect((await bench.api('PATCH', `/quotas/${id}/`, { body: rules })).json).toMatchObject(rules);
    expect((await bench.api('PATCH', `/quotas/${id}/`, { body: { x: 1 } })).status).toBe(422);
    expect((await bench.api('DELETE', `/quotas/${id}/`)).status).toBe(204);
    expect((await bench.api('DELETE', `/quotas/${id}/`)).status).toBe(404);
  });

  it('tells its usage to its user', async () => {
    const { uid } = (await bench.api('GET', '/account/info/')).json;
    const path = `/users/${uid}/rateLimitUsage/`;
    expect((await bench.api('GET', path)).json).toMatchObject({ count: 1, next: null });
    expect((await bench.api('GET', '/users/other/rateLimitUsage/')).status).toBe(404);
    enable('rate-usage-404');
    expect((await bench.api('GET', path)).status).toBe(404);
  });
});

describe('a deployment that is not active', () => {
  it('does not predict', async () => {
    const { id } = bench.deployment('cars-fuel');
    const { headers } = await bench.api('PATCH', `/deployments/${id}/status/`, {
      body: { status: 'inactive' },
    });
    expect((await bench.predict('cars-fuel', carsCsv)).status).toBe(200);
    expect((await bench.follow(headers.get('location') ?? '')).status).toBe(303);
    expect((await bench.predict('cars-fuel', carsCsv)).status).toBe(422);
    enable('inactive-503');
    expect((await bench.predict('cars-fuel', carsCsv)).status).toBe(503);
    enable('inactive-404');
    expect((await bench.predict('cars-fuel', carsCsv)).status).toBe(404);
  });
});

it('has every variant tested above', () => {
  expect([...tested].sort()).toEqual(Object.keys(dataRobotRealTimeVariants).sort());
});
