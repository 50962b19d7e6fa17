import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { FerryNode } from './support/ferry-node.ts';
import { ferryKey, startFerryServer, type FerryServer } from './support/ferry-server.ts';
import { loadOptionsContext } from './support/n8n-lab.ts';

let server: FerryServer;
beforeEach(async () => {
  server = await startFerryServer();
});
afterEach(() => server.close());

const contextOf = (parameters: IDataObject = {}): ILoadOptionsFunctions =>
  loadOptionsContext({
    type: new FerryNode(),
    parameters,
    credentials: { ferryApi: { apiKey: ferryKey, baseUrl: server.url } },
  });

const { listSearch, resourceMapping } = new FerryNode().methods;

test('has a method for each lookup, under the name by which the properties call it', () => {
  const properties = JSON.stringify(new FerryNode().description.properties);
  expect(Object.keys(listSearch)).toEqual(['searchThings']);
  expect(Object.keys(resourceMapping)).toEqual(['getColumns']);
  expect(properties).toContain('"searchListMethod":"searchThings"');
  expect(properties).toContain('"resourceMapperMethod":"getColumns"');
});

test('lists one page at a time, signed', async () => {
  const first = await listSearch['searchThings']?.call(contextOf());
  expect(first).toEqual({
    results: [
      { name: 'Alpha', value: 'alpha' },
      { name: 'Beta', value: 'beta' },
    ],
    paginationToken: '2',
  });
  const next = await listSearch['searchThings']?.call(contextOf(), '', '2');
  expect(next).toEqual({ results: [{ name: 'Gamma', value: 'gamma' }] });
});

test('passes the filter on', async () => {
  const found = await listSearch['searchThings']?.call(contextOf(), 'amm');
  expect(found?.results).toEqual([{ name: 'Gamma', value: 'gamma' }]);
});

test('says what went wrong, and no secret', async () => {
  server.refuse = { status: 403, text: `not with ${ferryKey}` };
  const failed = listSearch['searchThings']?.call(contextOf());
  await expect(failed).rejects.toThrow('Could not list the things: the server answered 403, "not with ***".');
});

test('lists the columns that belong to what is chosen now', async () => {
  const parameters = {
    resource: 'prediction',
    operation: 'predict',
    model: { __rl: true, mode: 'id', value: 'beta' },
  };
  const { fields } = (await resourceMapping['getColumns']?.call(contextOf(parameters))) ?? {};
  expect(fields).toEqual([
    expect.objectContaining({ id: 'size', type: 'number', required: true }),
    expect.objectContaining({ id: 'only in beta', displayName: 'only in beta', type: 'dateTime' }),
  ]);
});
