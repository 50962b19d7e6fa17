import {
  choice,
  count,
  defineCatalog,
  duration,
  file,
  flag,
  link,
  number,
  operationsOf,
  reference,
  rows,
  text,
  texts,
} from '@modelferry/operation';
import * as v from 'valibot';

const defineOperation = operationsOf<object>();

const words = (title: string) => ({ title, description: `${title} of the harbour` });

const outputsOf = (names: readonly string[]) =>
  v.object(Object.fromEntries(names.map((name) => [name, text(words(name))])));

/** One input of each kind, in main form and among the options. */
export const load = defineOperation({
  resource: 'ship',
  name: 'load',
  title: 'Load',
  action: 'Load ship',
  summary: 'Loads the ship and sends it off',
  inputs: v.object({
    cargo: file({ ...words('Cargo'), extensions: ['csv'] }),
    ballast: v.optional(file(words('Ballast'))),
    shipId: reference({
      ...words('Ship'),
      lookup: 'ships',
      urlPattern: '/ships/([a-z0-9]+)',
      placeholder: 'e.g. 7f00',
    }),
    note: v.optional(text({ ...words('Note'), placeholder: 'e.g. fragile', multiline: true })),
    wait: v.optional(
      flag({ title: 'Wait for Arrival', description: 'Whether to wait until it is there' }),
      true,
    ),
    timeoutMs: v.optional(
      duration({ ...words('Timeout'), minMs: 5_000, maxMs: 3_600_000, when: { wait: true } }),
      60_000,
    ),
    speed: v.optional(
      choice({ ...words('Speed'), choices: { slow: { title: 'Slow' }, fast: { title: 'Fast' } } }),
      'slow',
    ),
    zone: v.optional(text({ ...words('Zone'), advanced: true, when: { wait: [true] } })),
    escort: v.optional(file({ ...words('Escort'), advanced: true })),
    crew: v.optional(count({ ...words('Crew'), min: 1, max: 9, advanced: true })),
    draught: v.optional(number({ ...words('Draught'), advanced: true })),
    flags: v.optional(texts({ ...words('Flags'), advanced: true })),
    ports: v.optional(
      texts({
        ...words('Ports'),
        advanced: true,
        choices: { kiel: { title: 'Kiel' }, riga: { title: 'Riga' } },
      }),
    ),
    tracker: v.optional(link({ ...words('Tracker'), advanced: true })),
  }),
  outputs: outputsOf(['shipId']),
  run: async () => ({ shipId: 'x' }),
});

const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'];

export const getMany = defineOperation({
  resource: 'ship',
  name: 'getMany',
  title: 'Get Many',
  action: 'Get many ships',
  summary: 'Lists many ships',
  inputs: v.object({
    returnAll: v.optional(flag(words('All')), false),
    limit: v.optional(count({ ...words('Most'), min: 1, max: 500, when: { returnAll: false } }), 50),
  }),
  outputs: v.object(
    Object.fromEntries(many.map((name) => [name, text({ ...words(name), advanced: name === 'k' })])),
  ),
  result: 'many',
  run: async () => [],
});

export const sail = defineOperation({
  resource: 'voyage',
  name: 'sail',
  title: 'Sail',
  action: 'Sail voyage',
  summary: 'Sails once for each row',
  inputs: v.object({
    shipId: reference({ ...words('Ship'), lookup: 'ships' }),
    rows: rows({ ...words('Rows'), columnsFrom: 'cargoColumns', dependsOn: ['shipId'] }),
  }),
  outputs: outputsOf(['rowNumber']),
  result: 'rows',
  run: async () => [],
});

export const smallCatalog = defineCatalog<object>({
  vendor: 'harbour',
  title: 'Harbour',
  resources: {
    ship: { title: 'Ship', description: 'Carries data' },
    voyage: { title: 'Voyage', description: 'From here to there' },
    dock: { title: 'Dock', description: 'Has no operation' },
  },
  operations: [load, getMany, sail],
  lookups: { ships: async () => ({ entries: [] }) },
  columnLookups: { cargoColumns: async () => [] },
});
