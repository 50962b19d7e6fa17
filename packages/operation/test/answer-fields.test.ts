import * as v from 'valibot';
import { camelized, id, perhaps } from '../src/index.ts';

test('an ID is text, also where it comes as a number', () => {
  expect(v.parse(id, 41)).toBe('41');
  expect(v.parse(id, 'ser-1')).toBe('ser-1');
  for (const other of ['', null, {}]) expect(() => v.parse(id, other)).toThrow('must be an ID');
});

test('a field that may be missing is left out where it is absent, null or of another kind', () => {
  const schema = v.object({ name: perhaps(v.string()) });
  for (const name of [undefined, null, 7]) expect(v.parse(schema, { name })).toEqual({ name: undefined });
  expect(v.parse(schema, { name: '' })).toEqual({ name: '' });
});

test('names are written as our language writes them, one level deep; unknown fields are left out', () => {
  const schema = camelized({ model_id: id, env_2_values: v.unknown() });
  expect(v.parse(schema, { model_id: 1, env_2_values: { a_b: 1 }, new_field: 2 })).toEqual({
    modelId: '1',
    env2Values: { a_b: 1 },
  });
});
