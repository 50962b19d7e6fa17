import { request as httpRequest } from 'node:http';
import { once } from 'node:events';
import { presetCsv } from '../src/index.ts';
import { Bench, call, put, until } from './client.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const csv = presetCsv('cars.json');

it('is another origin than the APIs', async () => {
  const { url } = await bench.issue();
  expect(new URL(url).origin).toBe(bench.sandbox.describe().storage.baseUrl);
  expect(new URL(url).origin).not.toBe(bench.region.managementBaseUrl);
});

it.each([['x-api-key'], ['authorization'], ['cookie']])('counts and refuses a leaked %s', async (name) => {
  const { url } = await bench.issue();
  expect((await put(url, csv, { [name]: bench.cars.retrainKey })).status).toBe(403);
  expect(bench.sandbox.state().credentialLeaks).toBe(1);
  const leak = bench.sandbox.requests().at(-1);
  expect(leak).toMatchObject({ operation: 'put', status: 403, credentialLeak: true });
  expect(leak?.headers[name]).toBe('[japan retrain key]');
  expect(bench.sandbox.state().predictionOne.japan.retrainJobs[0]?.uploads).toEqual([]);
});

it('counts a leak at any address, as after a followed redirect', async () => {
  await call('GET', `${bench.sandbox.describe().storage.baseUrl}/redirected`, { key: 'whatever' });
  expect(bench.sandbox.state().credentialLeaks).toBe(1);
});

it('wants a length and no Content-Type', async () => {
  const { url } = await bench.issue();
  expect(await put(url, csv, { 'content-type': 'text/csv' })).toMatchObject({
    status: 403,
    text: expect.stringContaining('SignatureDoesNotMatch'),
  });
  const chunked = httpRequest(url, { method: 'PUT', headers: { 'transfer-encoding': 'chunked' } });
  chunked.end('abc');
  const [response] = await once(chunked, 'response');
  response.resume();
  expect(response.statusCode).toBe(411);
});

it('refuses a URL that is made up, altered, for the other direction, or expired', async () => {
  const { url } = await bench.issue();
  const signature = /Signature=(.)/.exec(url)?.[1] === 'a' ? 'b' : 'a';
  const wrong = [
    url.replace(/Signature=./, `Signature=${signature}`),
    url.replace(/Expires=\d+/, 'Expires=9999999999'),
    url.split('?')[0] as string,
    url.replace(/upload\/[^/]+/, 'upload/made-up'),
  ];
  for (const each of wrong) expect((await put(each, csv)).status).toBe(403);
  expect((await fetch(url.replace('/upload/', '/download/'))).status).toBe(403);
  bench.sandbox.clock.advance(3_600_000 + 1_500);
  expect((await put(url, csv)).text).toContain('Request has expired');
  expect(bench.sandbox.state().predictionOne.japan.trainingsStarted).toBe(0);
});

it('keeps signatures out of the transcript', async () => {
  const { url } = await bench.issue();
  await put(url, csv);
  const text = JSON.stringify(bench.sandbox.requests());
  expect(text).toContain('"X-Sandbox-Signature":"[masked]"');
  expect(text).not.toContain(new URL(url).searchParams.get('X-Sandbox-Signature'));
});

it('takes an upload that breaks off for none', async () => {
  const { id, url } = await bench.issue();
  const half = httpRequest(url, { method: 'PUT', headers: { 'content-length': 1_000_000 } });
  half.on('error', () => undefined);
  half.write(Buffer.alloc(100_000, 'a'));
  await once(half, 'socket');
  await until(() => bench.sandbox.requests().at(-1)?.bodyBytes === 100_000);
  half.destroy();
  expect((await bench.status(id)).json.status).toBe('sandbox_waiting');
  expect(bench.sandbox.state().predictionOne.japan.retrainJobs[0]).toMatchObject({
    uploads: [],
    trainingsStarted: 0,
  });
  expect((await put(url, csv)).status).toBe(200);
});
