import { byId } from '@modelferry/n8n-testkit/run';
import { nodeStage } from './support/node-stage.ts';

const stage = nodeStage();
const definition = (operation: string, more = {}) => ({ resource: 'definition', operation, ...more });

test('job definitions: Create, Get, Get Many, Archive, Unarchive, Delete', async () => {
  expect(await stage.one(definition('create', { name: 'churn' }))).toMatchObject({ created: true });
  const named = { definition: byId('churn') };
  expect(await stage.one(definition('get', named))).toMatchObject({ name: 'churn' });
  const many = await stage.run(definition('getMany', { returnAll: true }));
  expect(many.map(({ json }) => json['name'])).toEqual(expect.arrayContaining(['churn', 'cars-fuel']));
  expect(await stage.one(definition('archive', named))).toEqual({ archived: true });
  expect(await stage.one(definition('unarchive', named))).toEqual({ archived: false });
  expect(await stage.one(definition('delete', { ...named, confirm: true }))).toEqual({ deleted: true });
});
