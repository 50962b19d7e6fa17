import { dataRobot } from '../src/index.ts';
import { endpoint, scriptedRun } from './support/scripted-run.ts';

const deployment = (id: string, more: object = {}) => ({ id, ...more });

test('deployments are listed by their names, a page at a time, and filtered by the vendor', async () => {
  const { context, transport } = scriptedRun([
    {
      status: 200,
      json: {
        data: [
          deployment('d1', {
            label: 'Churn',
            status: 'active',
            model: { targetName: 'churn', targetType: 'Binary' },
          }),
          deployment('d2', { label: null, model: null }),
        ],
        next: 'https://elsewhere.example/api/v2/deployments/?offset=2',
      },
    },
    { status: 200, json: { data: [deployment('d3')], next: null } },
  ]);
  const list = dataRobot.lookups['deployments']!;
  const first = await list(context, { filter: ' chu ' });
  expect(first).toEqual({
    entries: [
      { value: 'd1', title: 'Churn', description: 'churn, Binary, active' },
      { value: 'd2', title: 'd2', description: undefined },
    ],
    next: '2',
  });
  expect(await list(context, { next: first.next })).toMatchObject({
    entries: [{ value: 'd3' }],
    next: undefined,
  });
  expect(transport.requests.map(({ url }) => url)).toEqual([
    `${endpoint}/deployments/?offset=0&limit=100&search=chu`,
    `${endpoint}/deployments/?offset=2&limit=100`,
  ]);
});

test('a list whose next part is empty ends, though it says there is more', async () => {
  const { context } = scriptedRun([{ status: 200, json: { data: [], next: 'https://dr.example/loop' } }]);
  expect(await dataRobot.lookups['deployments']!(context, {})).toEqual({ entries: [], next: undefined });
});

test('datasets are listed, the newest first, and filtered here', async () => {
  const data = [
    { datasetId: 'c2', name: 'Train.csv', rowCount: 1000, creationDate: '2027-01-15T08:00:00Z' },
    { datasetId: 'c1' },
  ];
  const answer = { status: 200, json: { data, next: null } };
  const { context, transport } = scriptedRun([answer, answer]);
  const list = dataRobot.lookups['datasets']!;
  expect(await list(context, {})).toEqual({
    entries: [
      { value: 'c2', title: 'Train.csv', description: '1000 rows, 2027-01-15T08:00:00Z' },
      { value: 'c1', title: 'c1', description: undefined },
    ],
    next: undefined,
  });
  expect(await list(context, { filter: ' train' })).toMatchObject({ entries: [{ value: 'c2' }] });
  expect(transport.requests[0]?.url).toBe(
    `${endpoint}/datasets/?offset=0&limit=100&orderBy=-created&filterFailed=true`,
  );
});
