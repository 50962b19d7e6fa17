import type { AbejaServingVariant } from '../src/index.ts';
import { AbejaBench } from './abeja-bench.ts';

let bench: AbejaBench;
beforeAll(async () => {
  bench = await AbejaBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const services = () => `${bench.deployment}/services`;
const endpoint = () => `${bench.deployment}/endpoints/default`;
/** Statuses of a new service, poll by poll. */
async function polls(count: number): Promise<readonly string[]> {
  const { service_id: id } = (await bench.addService()).json;
  const seen = [];
  for (let poll = 0; poll < count; poll += 1)
    seen.push((await bench.api('GET', `${services()}/${id}`)).json.status);
  return seen;
}
const item = { source_data: [{ data_uri: 'https://x', data_type: 'a/b' }], attributes: {} };
const addItems = (body: unknown) =>
  bench.api('POST', `${bench.root}/datasets/${bench.platform.datasets[0]?.id}/items`, { body });

/** What each variant changes; every one has to be here. */
const changes: Readonly<Record<AbejaServingVariant, () => Promise<void>>> = {
  'service-fails': async () => {
    expect(await polls(3)).toEqual(['IN_PROGRESS', 'IN_PROGRESS', 'FAILED']);
  },
  'service-odd-status': async () => {
    expect(await polls(3)).toEqual(['PREPARING', 'PREPARING', 'READY']);
    const path = `${services()}/${bench.platform.deployment.serviceId}`;
    await bench.api('POST', `${path}/stop`);
    expect((await bench.api('GET', path)).json.status).toBe('SUSPENDED');
  },
  'service-stuck': async () => {
    expect(new Set(await polls(6))).toEqual(new Set(['IN_PROGRESS']));
  },
  'service-patch-model': async () => {
    const { serviceId, versionId } = bench.platform.deployment;
    const modelId = bench.platform.jobDefinitions[1]?.modelId;
    const body = { models: { alias: modelId }, version_id: versionId };
    const { json } = await bench.api('PATCH', `${services()}/${serviceId}`, { body });
    expect(json).toMatchObject({ models: { alias: modelId }, status: 'IN_PROGRESS' });
  },
  'endpoint-accepts-not-ready': async () => {
    const { service_id } = (await bench.addService()).json;
    expect((await bench.api('PATCH', endpoint(), { body: { service_id } })).status).toBe(200);
  },
  'endpoint-lags': async () => {
    const { service_id: id } = (await bench.addService()).json;
    for (let poll = 0; poll < 3; poll += 1) await bench.api('GET', `${services()}/${id}`);
    await bench.api('PATCH', endpoint(), { body: { service_id: id } });
    const seen = [];
    for (let look = 0; look < 3; look += 1) seen.push((await bench.api('GET', endpoint())).json.service_id);
    const old = bench.platform.deployment.serviceId;
    expect(seen).toEqual([old, old, id]);
  },
  'delete-in-use-ok': async () => {
    const path = `${services()}/${bench.platform.deployment.serviceId}`;
    expect((await bench.api('DELETE', path)).status).toBe(200);
    expect((await bench.api('POST', `/deployments/${bench.platform.deployment.id}`)).status).toBe(404);
  },
  'conflict-returns-file': async () => {
    const send = () =>
      bench.send('POST', `/channels/${bench.platform.channel.id}/upload?conflict_target=run`, 'x', {
        'x-abeja-meta-run': '8c1f',
      });
    const { file_id: id } = (await send()).json;
    expect(await send()).toMatchObject({ status: 409, json: { file_id: id } });
  },
  'dataset-array-object': async () => {
    expect((await addItems([item, item])).json).toMatchObject({ items: [item, item] });
  },
  'dataset-partial-failure': async () => {
    expect((await addItems([item, {}, item])).json).toMatchObject([item, item]);
    expect((await addItems({})).status).toBe(400);
  },
};

it.each(Object.entries(changes))('%s', async (name, change) => {
  bench.sandbox.variants.change({ enable: [name] });
  await change();
});
