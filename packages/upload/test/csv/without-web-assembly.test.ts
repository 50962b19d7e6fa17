import { testSource } from '@modelferry/testkit';
import { planTableParts } from '../../src/index.ts';

const kernels: unknown = Reflect.get(globalThis, 'WebAssembly');
beforeAll(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
afterAll(() => Object.assign(globalThis, { WebAssembly: kernels }));

test('a table is cut where it is sent: a thread of its own would have nothing to look at it with', async () => {
  const rows = '1,"a ""b""\n,c"\n2,"日"\n';
  const table = testSource(new TextEncoder().encode(`id,name\n${rows.repeat(40)}`), { name: 'rows.csv' });
  const scanner = () => {
    throw new Error('There is no kernel for a thread.');
  };
  const ends: number[] = [];
  for await (const { rows: range } of planTableParts({ ...table, scanner }, { partBytes: 200 })) {
    ends.push(range.end);
  }
  expect(ends.length).toBeGreaterThan(1);
  expect(ends.at(-1)).toBe(table.length);
});
