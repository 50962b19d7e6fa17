import { isInputError } from '@modelferry/http';
import { bytesSource, type Source } from '@modelferry/upload';
import { enteredForItem } from '../src/inputs/entered-for-item.ts';
import { insert, operationForm, override, simplified, type Entered } from '../src/properties/index.ts';
import { readInputs, titleOf } from '../src/inputs/read-inputs.ts';
import { getMany, load, sail } from './properties/small-catalog.ts';

const source = (name: string): Source => bytesSource(name, new Uint8Array());

/** Parameters as n8n gives them: nothing for what is hidden, options by their path. */
const entered = (parameters: Record<string, unknown>, item: Record<string, unknown> = {}): Entered => ({
  parameter: (name) =>
    name
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], parameters),
  item: () => item,
  binaryFile: async (nameOrFile) => source(`binary:${JSON.stringify(nameOrFile)}`),
  binaryArchive: async (input, fields) => source(`archive:${[input, ...fields].join('+')}`),
  urlFile: async (url) => source(url),
  credential: async (type) => ({ type }),
});

const base = {
  cargoFrom: 'binary',
  cargoBinaryField: 'data',
  shipId: { mode: 'list', value: 's1', __rl: true },
};

test('reads each kind back into the units of the engine', async () => {
  const read = await readInputs(
    load,
    entered({
      ...base,
      ballastFrom: 'url',
      ballastUrl: ' https://example.com/b.csv ',
      note: ' fragile ',
      wait: false,
      timeoutSeconds: 90,
      speed: 'fast',
      options: {
        zone: 'A',
        crew: 3,
        draught: 1.5,
        flags: 'red, blue',
        ports: ['kiel'],
        tracker: 'https://example.com',
      },
    }),
  );
  expect(read).toMatchObject({
    cargo: { name: 'binary:"data"' },
    ballast: { name: 'https://example.com/b.csv' },
    shipId: 's1',
    note: 'fragile',
    wait: false,
    timeoutMs: 90_000,
    speed: 'fast',
    zone: 'A',
    crew: 3,
    draught: 1.5,
    flags: ['red', 'blue'],
    ports: ['kiel'],
    tracker: 'https://example.com',
  });
});

test('leaves out what is hidden, empty or not added', async () => {
  const read = await readInputs(load, entered({ ...base, ballastFrom: 'none', note: '', options: {} }));
  expect(Object.keys(read)).toEqual(['cargo', 'shipId']);
});

test.each([
  ['url', { ballastUrl: ' ' }, 'Ballast: is to come from a URL, and none is given.', 'Fill in Ballast URL.'],
  [
    'binary',
    { ballastBinaryField: '' },
    'Ballast: is to come from a binary field, and none is given.',
    'Fill in Ballast Binary Field.',
  ],
])(
  'a file that was asked for and not named is no file left out (%s)',
  async (ballastFrom, given, message, remedy) => {
    const read = readInputs(load, entered({ ...base, ballastFrom, ...given }));
    await expect(read).rejects.toMatchObject({ code: 'invalid-input', message, remedy });
  },
);

test('an empty required input is left out, so that the schema names it', async () => {
  const read = await readInputs(load, entered({ ...base, shipId: { mode: 'list', value: '' } }));
  expect(read).not.toHaveProperty('shipId');
});

describe('expressions and AI callers give other types', () => {
  test.each([
    ['s1', 's1'],
    [42, '42'],
    ['https://harbour.example/ships/ab12?tab=1', 'ab12'],
    [{ mode: 'url', value: 'https://harbour.example/ships/ab12' }, 'ab12'],
    [{ mode: 'id', value: 'https://harbour.example/ships/ab12' }, 'ab12'],
    [{ mode: 'id', value: 77 }, '77'],
  ])('reference %j is %j', async (given, id) => {
    expect(await readInputs(load, entered({ ...base, shipId: given }))).toMatchObject({ shipId: id });
  });

  test.each([
    ['wait', 'false', 'wait', false],
    ['timeoutSeconds', '90', 'timeoutMs', 90_000],
    ['timeoutSeconds', '2h', 'timeoutMs', 7_200_000],
    ['note', { a: 1 }, 'note', '{"a":1}'],
    ['cargoBinaryField', { data: 'eA==', mimeType: 'text/csv' }, 'cargo', undefined],
  ])('%s %j', async (parameter, given, field, expected) => {
    const read = await readInputs(load, entered({ ...base, [parameter]: given }));
    if (expected === undefined) expect((read[field] as Source).name).toContain('text/csv');
    else expect(read).toMatchObject({ [field]: expected });
  });

  test('a list as text, as a list, and of numbers', async () => {
    const flagsOf = async (flags: unknown) =>
      (await readInputs(load, entered({ ...base, options: { flags } })))['flags'];
    expect(await flagsOf('1, 2')).toEqual(['1', '2']);
    expect(await flagsOf([1, 'two'])).toEqual(['1', 'two']);
    expect(await flagsOf('')).toBeUndefined();
  });

  test('text that is no number is left for the schema to refuse', async () => {
    const read = await readInputs(load, entered({ ...base, timeoutSeconds: 'soon' }));
    expect(read).toMatchObject({ timeoutMs: 'soon' });
  });
});

describe('rows', () => {
  const rowsOf = async (rows: unknown, item = {}) =>
    (await readInputs(sail, entered({ shipId: 's1', rows }, item)))['rows'];

  test('mapped by hand', async () => {
    expect(await rowsOf({ mappingMode: 'defineBelow', value: { a: 1, b: null } })).toEqual([
      { a: 1, b: null },
    ]);
  });
  test('taken from the item', async () => {
    expect(await rowsOf({ mappingMode: 'autoMapInputData', value: null }, { a: 1 })).toEqual([{ a: 1 }]);
  });
  test('as an AI caller gives them', async () => {
    expect(await rowsOf('{"a":1}')).toEqual([{ a: 1 }]);
    expect(await rowsOf([{ a: 1 }, { a: 2 }])).toEqual([{ a: 1 }, { a: 2 }]);
  });
  test('not mapped at all', async () => {
    await expect(rowsOf({ mappingMode: 'defineBelow', value: null })).rejects.toThrow(
      'Rows: has no columns.',
    );
  });
});

test('names all faults at once, by the names the user knows', async () => {
  const fails = readInputs(
    load,
    entered({
      ...base,
      shipId: { mode: 'url', value: 'https://harbour.example/docks' },
      options: { escortBinaryField: 'data', escortUrl: 'https://example.com/x' },
    }),
  );
  const error: unknown = await fails.catch((caught: unknown) => caught);
  expect(isInputError(error) && error.faults.map(({ field }) => field)).toEqual(['shipId', 'escort']);
  expect(error).toMatchObject({
    message: 'Ship: has no ID in this URL; Escort: is given twice, as a binary field and as a URL.',
    remedy: expect.stringContaining('choose Ship From List or By ID') as string,
  });
});

test.each(['harbour.csv', 'file:///etc/cargo.csv', 'https://'])(
  '%s is no URL to fetch a file from',
  async (escortUrl) => {
    const fails = readInputs(load, entered({ ...base, options: { escortUrl } }));
    await expect(fails).rejects.toMatchObject({
      message: 'Escort: must come from a whole URL that starts with https:// or http://.',
      remedy: 'Correct Escort URL.',
    });
  },
);

test('a failure that is no fault of the inputs passes unchanged', async () => {
  const broken = { ...entered(base), binaryFile: () => Promise.reject(new Error('gone')) };
  await expect(readInputs(load, broken)).rejects.toThrow('gone');
});

test('an editor made by hand reads in place of the made one', async () => {
  const byHand = override(load, 'note', { properties: [], read: () => 'by hand' });
  expect(await readInputs(load, entered(base), operationForm(load, { overrides: [byHand] }))).toMatchObject({
    note: 'by hand',
  });
});

test('a notice is shown and never read', async () => {
  const notice = insert(load, { displayName: 'N', name: 'n', type: 'notice', default: '' });
  expect(
    Object.keys(await readInputs(load, entered(base), operationForm(load, { inserts: [notice] }))),
  ).toEqual(['cargo', 'shipId']);
});

test('simplified output lacks what is declared as advanced', () => {
  expect(simplified(getMany, { a: '1', k: '2', other: 3 })).toEqual({ a: '1', other: 3 });
});

test('an input that is not known keeps its name', () => {
  expect([titleOf(load, 'cargo'), titleOf(load, 'x')]).toEqual(['Cargo', 'x']);
});

test('asks n8n so that a hidden parameter is no failure', async () => {
  const asked: unknown[][] = [];
  const context = {
    getNodeParameter: (...args: unknown[]) => {
      asked.push(args);
      return null as never;
    },
    getInputData: () => [{ json: { a: 1 } }],
    getCredentials: async <T>(type: string, itemIndex?: number) => ({ type, itemIndex }) as T,
  };
  const files = {
    binaryFile: async () => source('b'),
    binaryArchive: async () => source('a'),
    urlFile: async () => source('u'),
  };
  const one = enteredForItem(context, 0, files);
  expect(one.parameter('options.x')).toBeUndefined();
  expect(asked).toEqual([['options.x', 0, null]]);
  expect(one.item()).toEqual({ a: 1 });
  expect(await one.credential('shipApi')).toEqual({ type: 'shipApi', itemIndex: 0 });
});
