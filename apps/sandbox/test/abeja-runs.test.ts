import { AbejaBench } from './abeja-bench.ts';
import { carsCsv } from './data-robot-bench.ts';

let bench: AbejaBench;
beforeAll(async () => {
  bench = await AbejaBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const fields = () => ({
  version_id: bench.platform.deployment.versionId,
  models: { alias: bench.platform.jobDefinitions[0]?.modelId },
});
const start = (body: Record<string, unknown>) =>
  bench.api('POST', `${bench.deployment}/runs`, { body: { ...fields(), ...body } });
const cars = () => `${bench.platform.channel.id}/${bench.platform.channel.files[0]?.id}`;

/** Statuses of a run, poll by poll. */
async function polls(id: string): Promise<readonly string[]> {
  const seen = [];
  for (let poll = 0; poll < 4; poll += 1)
    seen.push((await bench.api('GET', `${bench.deployment}/runs/${id}`)).json.status);
  return seen;
}

it('a run applies a model to a file', async () => {
  const { json } = await start({ input_data: { '$datalake:1': cars() }, retry_count: 5 });
  expect(json).toMatchObject({
    status: 'SUBMITTED',
    retry_count: 5,
    deployment_id: bench.platform.deployment.id,
  });
  expect(await polls(json.run_id)).toEqual(['SUBMITTED', 'PENDING', 'RUNNING', 'SUCCEEDED']);
  const path = `${bench.deployment}/runs/${json.run_id}`;
  const { events, next_token: next } = (await bench.api('GET', `${path}/logs`)).json;
  const messages = events.map(({ message }: { readonly message: string }) => message);
  expect(messages.at(-2)).toBe('predicted 406 rows');
  expect((await bench.api('GET', `${path}/logs?next_token=${next}`)).json.events).toEqual([]);
  const recent = (await bench.api('GET', `${path}/recentlogs`)).json.events;
  expect(recent[0].message).toBe('the run is SUCCEEDED');
  await start({ input_data: { '$datalake:1': cars() } });
  const ids = async (query: string) =>
    (await bench.api('GET', `${bench.deployment}/runs${query}`)).json.entries.map(
      (run: { readonly run_id: string }) => run.run_id,
    );
  expect((await ids('')).at(-1)).toBe(json.run_id);
  expect((await ids('?scan_forward=true'))[0]).toBe(json.run_id);
});

it('a run without its file fails', async () => {
  const { json } = await start({ input_data: { '$datalake:1': '1/2' } });
  expect((await polls(json.run_id)).at(-1)).toBe('FAILED');
  expect((await start({ retry_count: 10 })).status).toBe(400);
  expect((await bench.api('GET', `${bench.deployment}/runs/none`)).status).toBe(404);
});

it('a trigger starts a run for each new file', async () => {
  const root = `${bench.deployment}/triggers`;
  const body = { ...fields(), input_service_name: 'datalake', input_service_id: bench.platform.channel.id };
  const made = (await bench.api('POST', root, { body })).json;
  expect(made.trigger_id).toMatch(/^tri-[0-9a-f]{16}$/);
  for (const wrong of [{ input_service_name: 'mail' }, { input_service_id: '1' }])
    expect((await bench.api('POST', root, { body: { ...body, ...wrong } })).status).toBe(400);
  const headers = { 'content-type': 'text/csv' };
  await bench.send('POST', `/channels/${bench.platform.channel.id}/upload`, carsCsv, headers);
  const path = `${root}/${made.trigger_id}`;
  const { entries } = (await bench.api('GET', `${path}/runs`)).json;
  expect(entries).toHaveLength(1);
  expect((await polls(entries[0].run_id)).at(-1)).toBe('SUCCEEDED');
  expect((await bench.api('GET', root)).json.entries).toMatchObject([made]);
  expect((await bench.api('GET', path)).json).toEqual(made);
  expect((await bench.api('DELETE', path)).json.message).toMatch(/deleted$/);
  expect((await bench.api('GET', path)).status).toBe(404);
});
