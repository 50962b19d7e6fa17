import { createHash } from 'node:crypto';
import type { DataRobotLifecycleVariant } from '../src/index.ts';
import { call } from './client.ts';
import type { Answer } from './client.ts';
import { carsCsv, DataRobotBench, penguinsCsv } from './data-robot-bench.ts';

let bench: DataRobotBench;
beforeAll(async () => {
  bench = await DataRobotBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());
afterEach(() => {
  expect(bench.sandbox.faults.unconsumed()).toEqual([]);
});

const enable = (name: DataRobotLifecycleVariant) => bench.sandbox.variants.change({ enable: [name] });
const upload = (csv: string, fields: Record<string, string> = {}, path?: string) =>
  bench.uploadDataset(csv, fields, path);
const location = (answer: Answer) => answer.headers.get('location') ?? '';
const get = async (path: string) => (await bench.api('GET', path)).json;

it('a file becomes a dataset', async () => {
  const answer = await upload(carsCsv, { categories: 'TRAINING' });
  const { catalogId: id, catalogVersionId, statusId } = answer.json;
  expect([answer.status, location(answer)]).toEqual([202, `${bench.platform.endpoint}/status/${statusId}/`]);
  expect((await get(`/datasets/?orderBy=-created`)).data[0].processingState).toBe('RUNNING');
  const done = await bench.follow(location(answer));
  expect([done.status, location(done)]).toEqual([303, `${bench.platform.endpoint}/datasets/${id}/`]);
  expect(await get(`/datasets/${id}/`)).toMatchObject({
    ...{ datasetId: id, versionId: catalogVersionId, name: 'data.csv', categories: ['TRAINING'], error: '' },
    ...{ processingState: 'COMPLETED', rowCount: 406, featureCount: 9, isLatestVersion: true },
    datasetSize: Buffer.byteLength(carsCsv),
  });
  const sha256 = createHash('sha256').update(carsCsv).digest('hex');
  expect(bench.sandbox.state().dataRobot.datasets.slice(2)).toMatchObject([
    { id, versions: [{ sha256, rows: 406, state: 'COMPLETED' }] },
  ]);
  expect(bench.sandbox.requests()[0]?.bodyBytes).toBeGreaterThan(carsCsv.length);
});

it('some are there from the start', async () => {
  const { data } = await get('/datasets/?category=TRAINING&orderBy=created');
  expect(data).toMatchObject([
    {
      name: 'cars.csv',
      processingState: 'COMPLETED',
      rowCount: 406,
      datasetSize: Buffer.byteLength(carsCsv),
    },
    { name: 'penguins.csv', processingState: 'COMPLETED', rowCount: 344 },
  ]);
  const listed = data.map(({ datasetId: id, name }: Record<string, string>) => ({ id, name }));
  expect(bench.platform.datasets).toEqual(listed);
  expect((await bench.api('GET', '/status/')).json.data).toEqual([]);
});

it('who looks at the dataset only sees it end, too', async () => {
  const { catalogId: id } = (await upload(carsCsv)).json;
  const states = [];
  for (let polls = 0; polls < 3; polls += 1) states.push((await get(`/datasets/${id}/`)).processingState);
  expect(states).toEqual(['RUNNING', 'RUNNING', 'COMPLETED']);
});

it('a dataset has versions', async () => {
  const { catalogId: id, catalogVersionId: first } = (await upload(carsCsv)).json;
  const second = await upload(penguinsCsv, {}, `/datasets/${id}/versions/fromFile/`);
  expect(second.json).toMatchObject({ catalogId: id });
  await bench.follow(location(second));
  const { data } = await get(`/datasets/${id}/versions/`);
  expect(data).toMatchObject([
    { isLatestVersion: true, rowCount: 344, versionId: second.json.catalogVersionId },
    { isLatestVersion: false, versionId: first },
  ]);
  expect(await get(`/datasets/${id}/versions/${first}/`)).toMatchObject({ versionId: first });
  expect((await bench.api('GET', `/datasets/${id}/versions/x/`)).status).toBe(404);
  expect((await upload(carsCsv, {}, '/datasets/none/versions/fromFile/')).status).toBe(404);
});

it('datasets are listed, changed and deleted', async () => {
  const [a, b] = [(await upload(carsCsv)).json.catalogId, (await upload('broken')).json.catalogId];
  await bench.follow(`${bench.platform.endpoint}/status/${(await get('/status/')).data[1].statusId}/`);
  const { data } = await get('/datasets/?limit=2');
  expect(data.map(({ datasetId }: { datasetId: string }) => datasetId)).toEqual([b, a]);
  expect((await get('/datasets/?orderBy=created&offset=2&limit=1')).data).toMatchObject([{ datasetId: a }]);
  expect((await get('/datasets/?filterFailed=true')).count).toBe(3);
  expect(await get(`/datasets/${b}/`)).toMatchObject({
    processingState: 'ERROR',
    error: expect.stringContaining('no rows'),
  });
  const path = `/datasets/${a}/`;
  const body = { name: 'cars', categories: ['PREDICTION', 'SAMPLE'] };
  expect((await bench.api('PATCH', path, { body })).json).toMatchObject(body);
  expect((await get('/datasets/?category=SAMPLE')).count).toBe(1);
  for (const wrong of [{ categories: ['X'] }, { categories: [] }, { name: '' }, { other: 1 }])
    expect((await bench.api('PATCH', path, { body: wrong })).status).toBe(422);
  expect((await bench.api('DELETE', path)).status).toBe(204);
  expect((await bench.api('GET', path)).status).toBe(404);
  expect((await bench.api('GET', '/datasets/?orderBy=x')).status).toBe(422);
});

it('a form without a file, or with an empty one, is refused', async () => {
  const headers = { authorization: bench.authorization, 'content-type': 'multipart/form-data; boundary=x' };
  const url = `${bench.platform.endpoint}/datasets/fromFile/`;
  const send = async (body: string) => {
    const answer = await fetch(url, { method: 'POST', headers, body });
    return [answer.status, await answer.text()];
  };
  const part = (name: string) => `--x\r\ncontent-disposition: form-data; name="${name}"`;
  expect(await send(`${part('name')}\r\n\r\nv\r\n--x--\r\n`)).toEqual([422, '{"message":"No file content"}']);
  expect((await send(`${part('file')}; filename="a.csv"\r\n\r\n\r\n--x--\r\n`))[0]).toBe(422);
  expect((await send(`${part('file')}; filename="a.csv"\r\n\r\ncut`))[0]).toBe(422);
  expect(
    (await call('POST', url, { headers: { authorization: bench.authorization }, body: {} })).status,
  ).toBe(422);
});

it('a URL stands for a table of the sandbox', async () => {
  const answer = await bench.api('POST', '/datasets/fromURL/', {
    body: { url: 'https://example.com/a/cars.csv' },
  });
  await bench.follow(location(answer));
  expect(await get(`/datasets/${answer.json.catalogId}/`)).toMatchObject({
    rowCount: 406,
    dataSourceType: 'url',
  });
  for (const url of ['https://example.com/other.csv', 'none', 1])
    expect((await bench.api('POST', '/datasets/fromURL/', { body: { url } })).status).toBe(422);
  const path = `/datasets/${answer.json.catalogId}/versions/fromURL/`;
  expect((await bench.api('POST', path, { body: { url: 'https://x/penguins.csv' } })).status).toBe(202);
});

it('only the newest keep their rows', async () => {
  for (let count = 0; count < 11; count += 1) await bench.follow(location(await upload(carsCsv)));
  expect((await get('/datasets/')).count).toBe(13);
}, 20_000);

describe('variants and faults', () => {
  it('dataset-location-versions', async () => {
    enable('dataset-location-versions');
    const answer = await upload(carsCsv);
    const { catalogId, catalogVersionId } = answer.json;
    expect(location(await bench.follow(location(answer)))).toMatch(
      `/datasets/${catalogId}/versions/${catalogVersionId}/`,
    );
  });

  it('dataset-too-large, catalog-too-large-422, catalog-too-large-error', async () => {
    bench.sandbox.faults.plan({ kind: 'dataset-too-large' });
    expect((await upload(carsCsv)).status).toBe(413);
    enable('catalog-too-large-422');
    expect((await upload(carsCsv)).status).toBe(422);
    enable('catalog-too-large-error');
    expect((await bench.follow(location(await upload(carsCsv)))).json).toMatchObject({
      ...{ status: 'ERROR', message: expect.stringContaining('larger') },
    });
  });

  it.each([
    ['async-error', 'ERROR'],
    ['async-aborted', 'ABORTED'],
    ['async-expired', 'EXPIRED'],
  ] as const)('%s', async (kind, status) => {
    const answer = await upload(carsCsv);
    bench.sandbox.faults.plan({ kind, message: 'as planned' });
    expect((await bench.follow(location(answer))).json).toMatchObject({
      status,
      code: 1,
      message: 'as planned',
    });
    expect((await get(`/datasets/${answer.json.catalogId}/`)).processingState).toBe('ERROR');
  });

  it('an upload whose answer is lost is there', async () => {
    bench.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'datasetUpload' });
    await expect(upload(carsCsv)).rejects.toThrow();
    expect((await get('/datasets/?orderBy=-created')).count).toBe(3);
  });

  it('an upload that is cut is not', async () => {
    bench.sandbox.faults.plan({ kind: 'reset-mid-body', operation: 'datasetUpload' });
    await expect(upload(carsCsv)).rejects.toThrow();
    expect((await get('/datasets/')).count).toBe(2);
  });
});
