import { AbejaBench } from './abeja-bench.ts';
import { call } from './client.ts';
import { carsCsv } from './data-robot-bench.ts';

let bench: AbejaBench;
beforeAll(async () => {
  bench = await AbejaBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const channel = () => `/channels/${bench.platform.channel.id}`;
const upload = (body: string, name: string, query = '') =>
  bench.send('POST', `${channel()}/upload${query}`, body, {
    'content-type': 'text/csv',
    'x-abeja-meta-filename': encodeURIComponent(name),
  });
const names = async (query = '') =>
  (await bench.api('GET', `${channel()}${query}`)).json.files.map(
    ({ metadata }: { readonly metadata: Record<string, string> }) => metadata['x-abeja-meta-filename'],
  );

it('takes files directly, with metadata as it comes', async () => {
  const { json, status } = await upload(carsCsv, '日.csv', '?lifetime=1week');
  expect([status, json]).toEqual([
    200,
    {
      file_id: expect.stringMatching(/^\d{8}T\d{6}-[0-9a-f-]{36}$/),
      ...{ content_type: 'text/csv', lifetime: '1week', uploaded_at: null },
      metadata: { 'x-abeja-meta-filename': '%E6%97%A5.csv' },
    },
  ]);
  const file = (await bench.api('GET', `${channel()}/${json.file_id}`)).json;
  expect(file.uploaded_at).toMatch(/\+00:00$/);
  const bytes = await fetch(file.download_uri);
  expect([bytes.headers.get('content-type'), await bytes.text()]).toEqual(['text/csv', carsCsv]);
  expect(bench.sandbox.state().abeja.files.at(-1)).toMatchObject({ bytes: Buffer.byteLength(carsCsv) });
});

it('takes files by a presigned URL', async () => {
  const headers = { 'content-type': 'text/csv', 'x-abeja-meta-filename': 'a.csv' };
  const { json } = await bench.api('POST', channel(), { headers });
  expect(json).toMatchObject({ content_type: 'text/csv', uploaded_at: null });
  const path = `${channel()}/${json.file_id}`;
  expect((await bench.api('GET', path)).json).toMatchObject({ uploaded_at: null, download_uri: null });
  const sent = await fetch(json.upload_url, {
    ...{ method: 'PUT', body: 'a,b\r\n1,2\r\n', headers: { 'content-type': 'text/csv' } },
  });
  expect(sent.status).toBe(200);
  const { download_uri: uri } = (await bench.api('GET', path)).json;
  expect((await call('GET', uri)).text).toBe('a,b\r\n1,2\r\n');
});

it('refuses a second file of the same metadata when it is told to', async () => {
  const again = () => upload('x', 'one.csv', '?conflict_target=filename');
  expect([(await again()).status, (await again()).status, (await upload('x', 'one.csv')).status]).toEqual([
    200, 409, 200,
  ]);
  const none = await bench.send('POST', `${channel()}/upload?conflict_target=run`, 'x');
  expect(none.status).toBe(400);
  const headers = { 'content-type': 'text/csv', 'x-abeja-meta-filename': 'one.csv' };
  const presigned = await bench.api('POST', `${channel()}?conflict_target=filename`, { headers });
  expect([presigned.status, presigned.json.error]).toEqual([409, 'conflict']);
});

it('lists files by day, metadata and order, in pages', async () => {
  await upload('x', '日.csv');
  expect(await names()).toEqual(['cars.csv', 'penguins.csv', '%E6%97%A5.csv']);
  expect(await names('?sort=-uploaded_at')).toEqual(['%E6%97%A5.csv', 'penguins.csv', 'cars.csv']);
  expect(await names(`?q=x-abeja-meta-filename:${encodeURIComponent('日.csv')}`)).toEqual(['%E6%97%A5.csv']);
  expect(await names('?start=20260101&end=20260101&timezone=UTC')).toEqual(['cars.csv', 'penguins.csv']);
  const first = (await bench.api('GET', `${channel()}?items_per_page=2`)).json;
  expect(first.files).toHaveLength(2);
  const next = `?next_page_token=${first.next_page_token}`;
  const last = (await bench.api('GET', `${channel()}${next}`)).json;
  expect([last.files.length, last.next_page_token]).toEqual([1, null]);
  const wrong = [`${next}&items_per_page=2`, '?timezone=UTC', '?sort=size', '?next_page_token=x'];
  for (const query of wrong) expect((await bench.api('GET', `${channel()}${query}`)).status).toBe(400);
});

it('changes metadata and lifetime, and deletes', async () => {
  const { file_id: id } = (await upload('x', 'a.csv')).json;
  const path = `${channel()}/${id}`;
  const put = (tail: string, body: unknown) => bench.api('PUT', `${path}/${tail}`, { body });
  const renamed = await put('metadata', { 'x-abeja-meta-filename': 'b.csv' });
  expect(renamed.json.metadata).toEqual({ 'x-abeja-meta-filename': 'b.csv' });
  expect((await put('metadata', { filename: 'b.csv' })).status).toBe(400);
  const lifetime = await put('lifetime', { lifetime: '1day' });
  expect(lifetime.json).toEqual({ channel_id: bench.platform.channel.id, file_id: id, lifetime: '1day' });
  expect((await put('lifetime', { lifetime: '2days' })).status).toBe(400);
  expect((await upload('x', 'c.csv', '?lifetime=2days')).status).toBe(400);
  bench.sandbox.clock.advance(86_400_000);
  expect((await bench.api('GET', path)).status).toBe(404);
  const other = `${channel()}/${bench.platform.channel.files[0]?.id}`;
  expect((await bench.api('DELETE', other)).json.message).toMatch(/^deleted file \(.*\)$/);
  expect((await bench.api('GET', other)).status).toBe(404);
});

it('channels and their datasources', async () => {
  const root = `${bench.root}/channels`;
  const made = (await bench.api('POST', root, { body: { name: 'c', description: 'd' } })).json;
  expect(made).toMatchObject({
    organization_id: bench.platform.organization.id,
    channel: { name: 'c', display_name: 'c', storage_type: 'datalake', archived: false },
  });
  expect(made.channel.created_at).toMatch(/:\d\dZ$/);
  const path = `${root}/${made.channel.channel_id}`;
  expect((await bench.api('GET', `${root}?limit=1`)).json).toMatchObject({ has_next: true, limit: 1 });
  expect((await bench.api('PATCH', path, { body: { name: 'e' } })).json.channel).toMatchObject({
    name: 'e',
    description: 'd',
  });
  expect((await bench.api('POST', `${path}/archive`)).json.channel.archived).toBe(true);
  const toArchived = await bench.send('POST', `/channels/${made.channel.channel_id}/upload`, 'x');
  expect(toArchived.status).toBe(400);
  expect((await bench.api('POST', `${path}/unarchive`)).json.channel.archived).toBe(false);
  expect((await bench.api('GET', path)).json.channel.name).toBe('e');
  const { datasource } = bench.platform;
  expect((await bench.api('PUT', `${path}/datasources/${datasource.id}`)).status).toBe(200);
  const { datasources } = (await bench.api('GET', `${path}/datasources`)).json;
  expect(datasources).toEqual([{ datasource_id: datasource.id, secret: datasource.secret }]);
  expect((await bench.api('DELETE', `${path}/datasources/${datasource.id}`)).status).toBe(200);
  expect((await bench.api('PUT', `${path}/datasources/9`)).status).toBe(404);
  for (const body of [{}, { name: 'x', storage_type: 'tape' }])
    expect((await bench.api('POST', root, { body })).status).toBe(400);
});
