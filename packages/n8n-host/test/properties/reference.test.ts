import { operationsOf, reference } from '@modelferry/operation';
import * as v from 'valibot';
import { operationProperties } from '../../src/properties/index.ts';

const words = { title: 'Ship', description: 'Name or number of the ship', lookup: 'ships' };

/** The property of an operation whose one input this is. */
const shown = (input: v.GenericSchema) =>
  operationProperties(
    operationsOf<never>()({
      ...{ resource: 'ship', name: 'sail', title: 'Sail', action: 'Sail ship', summary: 'Sail a ship' },
      inputs: v.object({ shipId: input }),
      outputs: v.object({}),
      run: async () => ({}),
    }),
  )[0];

test('what is chosen without a choice is shown', () => {
  expect(shown(reference(words))?.default).toEqual({ mode: 'list', value: '' });
  expect(shown(v.optional(reference(words), 'aurora'))?.default).toEqual({ mode: 'id', value: 'aurora' });
});

test('an ID is called what its users call it', () => {
  const modesOf = (idTitle?: string) => shown(reference({ ...words, idTitle }))?.modes;
  expect(modesOf()?.map(({ displayName }) => displayName)).toEqual(['From List', 'By ID']);
  expect(modesOf('Name or Number')?.map(({ displayName }) => displayName)).toEqual([
    'From List',
    'By Name or Number',
  ]);
});
