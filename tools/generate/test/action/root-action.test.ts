import type { ActionInput } from '@modelferry/github-action';
import { rootAction } from '../../src/action/root-action.ts';
import { ferryVendor } from './ferry.ts';

const inputs = (...vendors: Parameters<typeof rootAction>[0]): ReadonlyMap<string, ActionInput> =>
  new Map(rootAction(vendors).inputs.map((input) => [input.name, input]));

test('requires nothing but the operation', () => {
  const all = inputs(ferryVendor(), ferryVendor('other'));
  expect([...all.values()].filter(({ required }) => required)).toMatchObject([
    {
      name: 'operation',
      type: 'enum',
      choices: ['ferry/load', 'ferry/wait', 'other/load', 'other/wait'],
    },
  ]);
});

test('says who uses an input, and who needs it', () => {
  const all = inputs(ferryVendor());
  expect(all.get('cargo')?.description).toBe(
    'Cargo | of <it>. Path or glob that matches one file (csv). Required. Used by: ferry/load.',
  );
  expect(all.get('ferry-key')?.description).toBe('Key of the ferry.');
});

test('has a default where all who use the input agree on it', () => {
  const input = inputs(ferryVendor()).get('timeout');
  expect(input).toMatchObject({
    default: '1m',
    description: 'Timeout | of <it>. Between 0s and 1h.',
  });
});

test('tells defaults in words where they differ', () => {
  const input = inputs(ferryVendor('ferry', { load: 60_000, wait: 120_000 })).get('timeout');
  expect(input?.default).toBeUndefined();
  expect(input?.description).toBe(
    'Timeout | of <it>. Between 0s and 1h. Default: 1m. Used by: ferry/load. ' +
      'Timeout | of <it>. Between 0s and 1h. Default: 2m. Used by: ferry/wait.',
  );
});

test('joins outputs of one name', () => {
  const { outputs } = rootAction([ferryVendor(), ferryVendor('other')]);
  expect(outputs.filter(({ name }) => name === 'tons')).toEqual([
    { name: 'tons', type: 'integer', description: 'Tons | of <it>. Used by: ferry/load, other/load.' },
  ]);
});
