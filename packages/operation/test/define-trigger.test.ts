import { isInputError } from '@modelferry/http';
import * as v from 'valibot';
import {
  defineCatalog,
  reference,
  text,
  triggersOf,
  type Catalog,
  type LookupContext,
  type Trigger,
} from '../src/index.ts';

interface Client {
  readonly bells: readonly number[];
}

/** Rings: each bell above the last one heard. */
const rung = triggersOf<Client>()({
  name: 'bellRung',
  title: 'Bell Rung',
  summary: 'A bell was rung',
  inputs: v.object({
    tower: v.optional(
      reference({ title: 'Tower', description: 'Where the bells are', lookup: 'towers', pattern: /^t\d$/ }),
      't1',
    ),
  }),
  outputs: v.object({ bell: text({ title: 'Bell', description: 'Which one' }) }),
  cursor: v.object({ last: v.number() }),
  poll: async ({ client }, { tower }, cursor) => {
    const fresh = cursor ? client.bells.filter((bell) => bell > cursor.last) : [];
    const events = fresh.map((bell) => ({ eventId: `${tower}:${bell}`, output: { bell: `no. ${bell}` } }));
    return { events, cursor: { last: Math.max(0, ...client.bells) } };
  },
  merge: ({ base, stored, next }) => ({ last: Math.max(base?.last ?? 0, stored.last, next.last) }),
  sample: async (_, { tower }) => ({ eventId: `${tower}:0`, output: { bell: 'no. 0' } }),
});

const world = (...bells: number[]) => ({ client: { bells } }) as unknown as LookupContext<Client>;

test('describes its inputs and outputs, and keeps its words', () => {
  expect(rung).toMatchObject({ name: 'bellRung', title: 'Bell Rung', summary: 'A bell was rung' });
  expect(rung.inputFields).toMatchObject([
    { name: 'tower', kind: 'reference', required: false, default: 't1' },
  ]);
  expect(rung.outputFields).toMatchObject([{ name: 'bell', kind: 'text' }]);
});

test('goes on from the cursor that it gave, as JSON', async () => {
  const first = await rung.poll(world(1, 2), {}, undefined);
  expect(first.events).toEqual([]);
  const kept: unknown = JSON.parse(JSON.stringify(first.cursor));
  expect(await rung.poll(world(1, 2, 3), { tower: 't2' }, kept)).toEqual({
    events: [{ eventId: 't2:3', output: { bell: 'no. 3' } }],
    cursor: { last: 3 },
  });
});

test.each([[null], ['x'], [{}], [{ last: 'x' }], [{ floor: 1 }]])(
  'a cursor %j, which is none of its own, counts as none',
  async (cursor) => {
    expect((await rung.poll(world(1), {}, cursor)).events).toEqual([]);
  },
);

test('merges cursors, and of those that cannot be read takes the new one', () => {
  expect(rung.merge({ base: { last: 1 }, stored: { last: 5 }, next: { last: 3 } })).toEqual({ last: 5 });
  expect(rung.merge({ base: undefined, stored: { last: 2 }, next: { last: 3 } })).toEqual({ last: 3 });
  expect(rung.merge({ base: undefined, stored: 'x', next: { last: 3 } })).toEqual({ last: 3 });
});

test('refuses wrong inputs before it asks, also for a sample', async () => {
  for (const call of [rung.poll(world(), { tower: 'x' }, undefined), rung.sample(world(), { tower: 'x' })]) {
    const error = await call.catch((thrown: unknown) => thrown);
    expect(isInputError(error) && error.faults).toMatchObject([{ field: 'tower' }]);
  }
  expect(await rung.sample(world(), { tower: 't3' })).toMatchObject({ eventId: 't3:0' });
});

describe('in a catalog', () => {
  const catalog = (...triggers: readonly Trigger<Client>[]): Catalog<Client> => ({
    ...{ vendor: 'church', title: 'Church', resources: {}, operations: [], columnLookups: {} },
    lookups: { towers: async () => ({ entries: [] }) },
    triggers,
  });

  test('stands as it was declared', () => {
    expect(defineCatalog(catalog(rung)).triggers).toEqual([rung]);
  });
  test('is there once', () => {
    expect(() => defineCatalog(catalog(rung, rung))).toThrow('church trigger bellRung is declared twice.');
  });
  test('names only lookups that are there', () => {
    expect(() => defineCatalog({ ...catalog(rung), lookups: {} })).toThrow(
      'church trigger bellRung: there is no lookup "towers" for tower.',
    );
  });
});
