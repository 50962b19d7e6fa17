import { withCredentials } from '../src/n8n/with-credentials.ts';

test('credentials get the ids of this n8n and keep their names; other nodes stay as they are', () => {
  const plain = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
  const node = {
    name: 'Ask',
    type: 'x.y',
    typeVersion: 1,
    parameters: {},
    credentials: { yApi: { id: '', name: 'Demo' } },
  };
  const { nodes } = withCredentials({ name: 'w', nodes: [plain, node], connections: {} }, { yApi: 'c1' });
  expect(nodes).toEqual([plain, { ...node, credentials: { yApi: { id: 'c1', name: 'Demo' } } }]);
});
