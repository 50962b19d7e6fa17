import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { N8nRest, type WorkflowFile } from '../src/n8n/n8n-rest.ts';
import { withChoices } from '../src/n8n/with-choices.ts';

const open = (cachedResultName: string) => ({ __rl: true, mode: 'list', value: '', cachedResultName });
const list = (name: string, searchListMethod: string) => ({
  name,
  modes: [{ name: 'list', typeOptions: { searchListMethod } }],
});
const nodeType = {
  properties: [list('deploymentId', 'searchDeployments'), list('policyId', 'searchPolicies')],
};
const entries: Readonly<Record<string, readonly object[]>> = {
  searchDeployments: [
    { name: 'cars-fuel-old', value: 'd0' },
    { name: 'cars-fuel', value: 'd1' },
  ],
  searchPolicies: [{ name: 'refresh', value: 'p1' }],
};

const asked: { readonly methodName: string; readonly currentNodeParameters: object }[] = [];
const server = createServer((request, response) => {
  let sent = '';
  request.on('data', (piece) => (sent += piece));
  request.on('end', () => {
    const body = JSON.parse(sent) as (typeof asked)[number];
    const isList = request.url?.endsWith('/resource-locator-results');
    if (isList) asked.push(body);
    response.end(JSON.stringify({ data: isList ? { results: entries[body.methodName] ?? [] } : [nodeType] }));
  });
});
let rest: N8nRest;

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  rest = new N8nRest(`http://127.0.0.1:${port}`, new AbortController().signal);
});
afterAll(() => server.close());
beforeEach(() => void (asked.length = 0));

const workflow = (parameters: Readonly<Record<string, unknown>>): WorkflowFile => ({
  name: 'w',
  nodes: [{ name: 'Retrain', type: 'x.y', typeVersion: 1, parameters }],
  connections: {},
});

test('names become the IDs of the lists, and a list knows what was chosen before', async () => {
  const given = workflow({ deploymentId: open('cars-fuel'), policyId: open('refresh'), reason: 'OTHER' });
  const { nodes } = await withChoices(rest, given);
  expect(nodes[0]?.parameters).toEqual({
    deploymentId: { ...open('cars-fuel'), value: 'd1' },
    policyId: { ...open('refresh'), value: 'p1' },
    reason: 'OTHER',
  });
  expect(asked.map(({ methodName }) => methodName)).toEqual(['searchDeployments', 'searchPolicies']);
  expect(asked[1]?.currentNodeParameters).toMatchObject({ deploymentId: { value: 'd1' } });
});

test('what is chosen already, or given by an expression, stays', async () => {
  const chosen = { ...open('cars-fuel'), value: 'd7' };
  const byId = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
  const given = workflow({ deploymentId: chosen, policyId: byId });
  expect(await withChoices(rest, given)).toEqual(given);
  expect(asked).toEqual([]);
});

test('a name that the list does not have is told, with those that it has', async () => {
  await expect(withChoices(rest, workflow({ deploymentId: open('cars') }))).rejects.toThrow(
    'The list of deploymentId in "Retrain" has no "cars", but cars-fuel-old, cars-fuel.',
  );
});
