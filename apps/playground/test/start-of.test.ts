import { startOf } from '../src/n8n/start-of.ts';

const node = (name: string, type: string) => ({ name, type, typeVersion: 1, parameters: {} });
const start = (...types: readonly string[]) =>
  startOf({ name: 'w', connections: {}, nodes: types.map((type, at) => node(`n${at}`, type)) }).type;

test('the node for starting by hand comes before what starts by itself', () => {
  const types = ['n8n-nodes-base.scheduleTrigger', 'n8n-nodes-base.manualTrigger', 'n8n-nodes-base.set'];
  expect(start(...types)).toBe('n8n-nodes-base.manualTrigger');
});

test('without one, the trigger starts', () => {
  expect(start('n8n-nodes-base.set', 'x.dataRobotTrigger')).toBe('x.dataRobotTrigger');
});

test('with nothing to start at, it says so', () => {
  expect(() => start('n8n-nodes-base.set')).toThrow('"w" has nothing to start at.');
});
