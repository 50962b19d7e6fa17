import * as v from 'valibot';
import { describe as fieldsOf } from '../src/describe.ts';
import { nameContains, nameContainsInput } from '../src/name-contains.ts';

const entries = [{ name: 'Churn 2026' }, { name: 'cars' }, { name: null }, {}];

test.each([
  ['CHURN', ['Churn 2026']],
  ['c', ['Churn 2026', 'cars']],
  ['x', []],
])('finds by a part of the name, in whatever case: %s', (part, names) => {
  expect(entries.filter(nameContains(part)).map(({ name }) => name)).toEqual(names);
});

test.each([undefined, ''])('without a part, everything is wanted: %p', (part) => {
  expect(entries.filter(nameContains(part))).toEqual(entries);
});

test('the input says which entries it narrows', () => {
  const [field] = fieldsOf(v.object({ nameContains: nameContainsInput('models', 'churn') }).entries);
  expect(field).toMatchObject({
    ...{ name: 'nameContains', title: 'Name Contains', required: false, advanced: true },
    ...{ description: 'Only models with this in their name, in whatever case', placeholder: 'e.g. churn' },
  });
});
