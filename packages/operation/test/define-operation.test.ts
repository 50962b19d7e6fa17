import * as v from 'valibot';
import { isInputError } from '@modelferry/http';
import { count, defineCatalog, duration, flag, operationsOf, text, type RunContext } from '../src/index.ts';

interface Client {
  greet(name: string): string;
}

const greet = operationsOf<Client>()({
  resource: 'person',
  name: 'greet',
  title: 'Greet',
  action: 'Greet person',
  summary: 'Greet a person',
  inputs: v.pipe(
    v.object({
      name: text({ title: 'Name', description: 'Who to greet', placeholder: 'e.g. Ada' }),
      times: v.optional(count({ title: 'Times', description: 'How often', min: 1, max: 3 }), 1),
      loud: v.optional(flag({ title: 'Loud', description: 'Whether to shout' }), false),
      pauseMs: v.optional(
        duration({ title: 'Pause', description: 'Between two', minMs: 1_000, maxMs: 60_000, advanced: true }),
      ),
    }),
    v.forward(
      v.partialCheck(
        [['loud'], ['times']],
        ({ loud, times }) => !(loud && times > 2),
        'must be 2 or less when Loud is on',
      ),
      ['times'],
    ),
  ),
  outputs: v.object({ greeting: text({ title: 'Greeting', description: 'What was said' }) }),
  run: async ({ client }, { name, times, loud }) => {
    const once = client.greet(name);
    return { greeting: Array.from({ length: times }, () => (loud ? once.toUpperCase() : once)).join(' ') };
  },
});

const context = { client: { greet: (name: string) => `Hello ${name}.` } } as unknown as RunContext<Client>;

describe('defineOperation', () => {
  test('runs with typed inputs, defaults filled in', async () => {
    await expect(greet.run(context, { name: ' Ada ', times: 2 })).resolves.toEqual({
      greeting: 'Hello Ada. Hello Ada.',
    });
  });

  test('describes its inputs in order, with what adapters need', () => {
    expect(greet.inputFields).toEqual([
      expect.objectContaining({
        name: 'name',
        kind: 'text',
        required: true,
        title: 'Name',
        placeholder: 'e.g. Ada',
      }),
      expect.objectContaining({ name: 'times', kind: 'count', required: false, default: 1, min: 1, max: 3 }),
      expect.objectContaining({ name: 'loud', kind: 'flag', required: false, default: false }),
      expect.objectContaining({
        name: 'pauseMs',
        kind: 'duration',
        required: false,
        advanced: true,
        minMs: 1_000,
      }),
    ]);
  });

  test('reports every fault at once, in our words', async () => {
    const error = await greet
      .execute(context, { times: 9, loud: 'maybe', pauseMs: 5, extra: 1 })
      .catch((e: unknown) => e);
    expect(isInputError(error)).toBe(true);
    expect((error as { faults: unknown }).faults).toEqual([
      { field: 'extra', problem: 'is not an input of this operation' },
      { field: 'name', problem: 'is required', remedy: 'Give Name, e.g. Ada.' },
      { field: 'times', problem: 'must be between 1 and 3' },
      { field: 'loud', problem: 'must be true or false' },
      { field: 'pauseMs', problem: 'must be between 1 s and 1 m' },
    ]);
  });

  test('checks inputs without running', () => {
    expect(() => greet.check({ name: 'Ada', times: 9 })).toThrow('times: must be between 1 and 3');
    expect(greet.check({ name: 'Ada' })).toBeUndefined();
  });

  test('holds rules across inputs', async () => {
    await expect(greet.run(context, { name: 'Ada', times: 3, loud: true })).rejects.toThrow(
      'times: must be 2 or less when Loud is on',
    );
  });
});

describe('defineCatalog', () => {
  const catalog = {
    vendor: 'people',
    title: 'People',
    resources: { person: { title: 'Person', description: 'Somebody' } },
    operations: [greet],
    lookups: {},
    columnLookups: {},
  };

  test('accepts a catalog that fits together', () => {
    expect(defineCatalog(catalog).operations).toHaveLength(1);
  });

  test.each([
    ['a resource that is not there', { resources: {} }, 'there is no resource "person"'],
    [
      'a step of CI declared twice',
      {
        operations: [
          { ...greet, ciStep: 'greet' },
          { ...greet, name: 'wave', ciStep: 'greet' },
        ],
      },
      'is declared twice',
    ],
    [
      'a step of CI that is not kebab-case',
      { operations: [{ ...greet, ciStep: 'greetAll' }] },
      'is not kebab-case',
    ],
    [
      'an operation to cancel where nothing can be',
      { operations: [{ ...greet, cancellable: true }] },
      'no way to cancel',
    ],
    ['an operation declared twice', { operations: [greet, greet] }, 'is declared twice'],
  ])('refuses %s', (_what, change, message) => {
    expect(() => defineCatalog({ ...catalog, ...change })).toThrow(message);
  });
});
