import { predictedColumn } from '../src/examples/prediction-one/predicted-column.ts';

const items = [{ json: { prediction: { label: 'a' } } }, { json: { prediction: { label: 'b' } } }];

test('the column is given as text, in the order of the rows', () => {
  expect(predictedColumn(items, 'label', 2)).toEqual(['a', 'b']);
});

test('a missing row is noticed', () => {
  expect(() => predictedColumn(items, 'label', 3)).toThrow('2 rows came back, not 3');
});

test('a row without the column is named', () => {
  expect(() => predictedColumn([...items, { json: {} }], 'label', 3)).toThrow(
    'row 3 came back without label',
  );
});
