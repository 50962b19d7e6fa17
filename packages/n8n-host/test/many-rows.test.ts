import { count, defineCatalog, operationsOf, rows, text, type Row } from '@modelferry/operation';
import {
  NodeConnectionTypes,
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
} from 'n8n-workflow';
import * as v from 'valibot';
import { prepareRun, type NodeHost } from '../src/index.ts';
import { catalogProperties } from '../src/properties/index.ts';
import { executeContext } from './support/n8n-lab.ts';

/** Every run of the operation: how many rows it was given. */
const runs: number[] = [];

const sum = operationsOf<object>()({
  ...{ resource: 'row', name: 'sum', title: 'Sum', action: 'Sum rows', summary: 'Sum rows' },
  result: 'rows',
  inputs: v.object({
    rows: rows({ title: 'Rows', description: 'What to sum' }),
    unit: v.optional(text({ title: 'Unit', description: 'Of the sum', advanced: true })),
  }),
  outputs: v.object({ total: count({ title: 'Total', description: 'The sum' }) }),
  async run(_, given) {
    runs.push(given.rows.length);
    return given.rows.map((row: Row) => ({ ok: true as const, output: { total: Number(row['a']) * 2 } }));
  },
});
const catalog = defineCatalog<object>({
  vendor: 'abacus',
  title: 'Abacus',
  resources: { row: { title: 'Row', description: 'A row' } },
  operations: [sum],
  lookups: {},
  columnLookups: {},
});
/** How often the form of the operation is made. */
let forms = 0;
const host: NodeHost<object> = {
  catalog,
  layout: {
    get overrides() {
      forms += 1;
      return [];
    },
  },
  createClient: () => ({}),
};
const type: INodeType = {
  description: {
    displayName: 'Abacus',
    name: 'abacus',
    group: ['transform'],
    version: 1,
    description: 'Sums rows',
    defaults: { name: 'Abacus' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    properties: catalogProperties(catalog),
  },
};

const rowCount = 10_000;

async function execute(options = {}): Promise<INodeExecutionData[]> {
  const items = Array.from({ length: rowCount }, (_, a) => ({ json: { a } }));
  const parameters = { resource: 'row', operation: 'sum', rows: '={{ $json }}', options };
  const run = prepareRun(executeContext({ type, parameters, items }) as IExecuteFunctions, host);
  const out: INodeExecutionData[] = [];
  for (const i of run.indexes) out.push(...(await run.item(i)));
  return out;
}

beforeEach(() => {
  runs.length = 0;
  forms = 0;
});

test('10,000 items are one run, whose form is made once', async () => {
  const out = await execute();
  expect(runs).toEqual([rowCount]);
  expect(forms).toBe(1);
  expect(out.map(({ json, pairedItem }) => [json['total'], pairedItem])).toEqual(
    Array.from({ length: rowCount }, (_, item) => [item * 2, { item }]),
  );
});

test('items with other options share a run with their likes, in the order of the items', async () => {
  const out = await execute({ unit: '={{ "unit" + ($itemIndex % 3) }}' });
  expect(runs).toEqual([3_334, 3_333, 3_333]);
  expect(out.map(({ json }) => json['total'])).toEqual(
    Array.from({ length: rowCount }, (_, item) => item * 2),
  );
});
