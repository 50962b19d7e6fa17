import { byId, search } from '@modelferry/n8n-testkit/run';
import type { IDataObject } from 'n8n-workflow';
import { fileItem } from './support/items.ts';
import { nodeStage } from './support/node-stage.ts';
import { userKey } from './support/sandbox-keys.ts';

const stage = nodeStage();
const definition = byId('cars-fuel');
const named = (resource: string, more: IDataObject = {}) => ({ resource, operation: 'getMany', ...more });

/** Five more of each, beside what is there from the start. */
async function five(parameters: IDataObject, file?: string): Promise<void> {
  const items = await Promise.all(
    [0, 1, 2, 3, 4].map((at) =>
      file === undefined ? Promise.resolve({ json: { at } }) : fileItem(String(at), file),
    ),
  );
  await stage.run(parameters, { items });
}

/** What there is to list, how five come to be there, and what is there with them. */
const lists: readonly [string, () => IDataObject, () => Promise<void>, number][] = [
  [
    'job definitions, by offset',
    () => named('definition'),
    () => five({ resource: 'definition', operation: 'create', name: '=n-{{ $json.at }}' }),
    7,
  ],
  [
    'training jobs, by offset',
    () => named('job', { definition }),
    () => five({ resource: 'job', operation: 'create', definition }),
    5,
  ],
  [
    'models, by offset',
    () => named('model', { definition }),
    () =>
      five(
        { resource: 'model', operation: 'create', definition, fileFrom: 'binary', fileBinaryField: 'data' },
        'a.bin',
      ),
    6,
  ],
  [
    'files, by token',
    () => named('datalake', { channelId: byId(stage.known.channel.id) }),
    () =>
      five(
        {
          ...{ resource: 'datalake', operation: 'upload', channelId: byId(stage.known.channel.id) },
          ...{ fileFrom: 'binary', fileBinaryField: 'data' },
        },
        'a.bin',
      ),
    7,
  ],
];

describe.each(lists)('%s', (_, parameters, fill, total) => {
  beforeEach(fill);
  const count = async (more: IDataObject) => (await stage.run({ ...parameters(), ...more })).length;

  test.each([[[]], [['small-pages']], [['no-total']], [['limit-capped']]])(
    'Return All ends with the last of them, Limit with its number: %j',
    async (variants) => {
      stage.sandbox.variants.change({ enable: variants });
      expect(await count({ returnAll: true })).toBe(total);
      expect(await count({ returnAll: false, limit: 3 })).toBe(3);
      expect(await count({ returnAll: false, limit: 500 })).toBe(total);
    },
  );

  test('every item says where it comes from', async () => {
    const out = await stage.run({ ...parameters(), returnAll: true });
    expect(out.map(({ pairedItem }) => pairedItem)).toEqual(out.map(() => ({ item: 0 })));
  });
});

test('a limit that is none is named before anything is asked', async () => {
  await expect(stage.run({ ...named('definition'), limit: 0 })).rejects.toThrow(/^Limit: /);
  expect(stage.sandbox.requests()).toEqual([]);
});

describe('lists in the editor', () => {
  const listed = (method: string, parameters: IDataObject, filter?: string) =>
    search(method, { parameters, secrets: userKey(stage.known) }, filter);
  const values = async (...given: Parameters<typeof listed>) =>
    (await listed(...given)).results.map(({ value }) => value);
  const deploymentId = () => byId(stage.known.deployment.id);

  test.each<[string, () => IDataObject, () => unknown]>([
    ['searchDefinitions', () => named('definition'), () => 'cars-fuel'],
    ['searchVersions', () => ({ resource: 'version', operation: 'get', definition }), () => '1'],
    [
      'searchModels',
      () => ({ resource: 'model', operation: 'get', definition }),
      () => stage.known.jobDefinitions[0]?.modelId,
    ],
    ['searchDeployments', () => named('service'), () => stage.known.deployment.id],
    [
      'searchServices',
      () => ({ resource: 'service', operation: 'get', deploymentId: deploymentId() }),
      () => stage.known.deployment.serviceId,
    ],
    [
      'searchEndpoints',
      () => ({ resource: 'service', operation: 'rollBack', deploymentId: deploymentId() }),
      () => 'default',
    ],
    [
      'searchCodeVersions',
      () => ({ resource: 'service', operation: 'create', deploymentId: deploymentId() }),
      () => stage.known.deployment.versionId,
    ],
    ['searchChannels', () => named('datalake'), () => stage.known.channel.id],
    ['searchDatasets', () => named('dataset'), () => stage.known.datasets[0]?.id],
    [
      'searchFiles',
      () => ({ resource: 'datalake', operation: 'download', channelId: byId(stage.known.channel.id) }),
      () => stage.known.channel.files[0]?.id,
    ],
  ])('%s', async (method, parameters, value) => {
    expect(await values(method, parameters())).toContain(value());
    expect(await values(method, parameters(), 'no such name')).toEqual([]);
  });

  test('searchJobs', async () => {
    const { jobId } = await stage.one({ resource: 'job', operation: 'create', definition });
    expect(await values('searchJobs', { resource: 'job', operation: 'get', definition })).toEqual([jobId]);
  });

  test('what is missing for a list is named', async () => {
    const parameters = { resource: 'version', operation: 'get', definition: byId('') };
    await expect(listed('searchVersions', parameters)).rejects.toThrow(
      'Job Definition is not given. Choose it first.',
    );
  });

  test('a refused credential says so', async () => {
    const secrets = userKey(stage.known, { personalAccessToken: 'wrong-wrong-wrong' });
    const asked = search('searchDefinitions', { parameters: named('definition'), secrets });
    await expect(asked).rejects.toThrow(/^Could not list the job definitions.* Check the credential: /s);
  });
});
