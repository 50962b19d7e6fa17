import { defineCatalog, flag, reference, text, triggersOf } from '@modelferry/operation';
import * as v from 'valibot';
import { triggerProperties } from '../../src/properties/index.ts';

const defineTrigger = triggersOf<never>();
const told = {
  outputs: v.object({ id: text({ title: 'ID', description: 'What it is' }) }),
  cursor: v.unknown(),
  poll: async () => ({ events: [], cursor: null }),
  merge: () => null,
  sample: async () => ({ eventId: 'e', output: { id: 'e' } }),
};

const arrived = defineTrigger({
  ...told,
  name: 'arrived',
  title: 'Ship Arrived',
  summary: 'A ship has arrived',
  inputs: v.object({
    port: reference({ title: 'Port', description: 'Where', lookup: 'ports' }),
    pier: v.optional(
      reference({ title: 'Pier', description: 'Which part of it', lookup: 'piers', dependsOn: ['port'] }),
    ),
    late: v.optional(
      flag({ title: 'Late Only', description: 'Whether to tell of late ones only', advanced: true }),
      false,
    ),
  }),
});
const sunk = defineTrigger({
  ...told,
  ...{ name: 'sunk', title: 'Ship Sunk', summary: 'A ship has sunk. Nobody likes it' },
  inputs: v.object({
    port: v.optional(reference({ title: 'Port', description: 'Whence', lookup: 'ports' })),
  }),
});
const none = async () => ({ entries: [] });
const properties = triggerProperties(
  defineCatalog<never>({
    ...{ vendor: 'harbour', title: 'Harbour', resources: {}, operations: [], columnLookups: {} },
    lookups: { ports: none, piers: none },
    triggers: [arrived, sunk],
  }),
);

test('the event comes first, with the words of each', () => {
  expect(properties[0]).toEqual({
    displayName: 'Trigger On',
    name: 'event',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Ship Arrived', value: 'arrived', description: 'A ship has arrived' },
      { name: 'Ship Sunk', value: 'sunk', description: 'A ship has sunk. Nobody likes it.' },
    ],
    default: 'arrived',
  });
});

test('each event shows its own inputs, and the advanced ones as options', () => {
  expect(properties.slice(1).map(({ name, displayOptions }) => [name, displayOptions?.show])).toEqual([
    ['port', { event: ['arrived'] }],
    ['pier', { event: ['arrived'] }],
    ['options', { event: ['arrived'] }],
    ['port', { event: ['sunk'] }],
  ]);
  expect(properties.map(({ required }) => required)).toEqual([
    ...[undefined, true, undefined, undefined, undefined],
  ]);
});

test('a list is asked for anew when what it depends on changes', () => {
  expect(properties.find(({ name }) => name === 'pier')?.typeOptions).toEqual({
    loadOptionsDependsOn: ['port.value'],
  });
});

test('a catalog without events has none to choose', () => {
  const empty = { vendor: 'x', title: 'X', resources: {}, operations: [], lookups: {}, columnLookups: {} };
  expect(triggerProperties(empty)).toMatchObject([{ name: 'event', options: [], default: '' }]);
});
