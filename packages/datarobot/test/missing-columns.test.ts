import { missingColumns } from '../src/tables/missing-columns.ts';

const columns = ['id', 'Horsepower', 'Weight_in_lbs'];

test('columns that are there are no fault', () => {
  expect(missingColumns(columns, ['Horsepower', 'id'])).toEqual([]);
});

test.each([
  ['horsepower', ' Perhaps "Horsepower" is meant.'],
  ['Wieght_in_lbs', ' Perhaps "Weight_in_lbs" is meant.'],
  ['colour', ''],
])('a column that is not there, and what was probably meant: %s', (name, perhaps) => {
  expect(missingColumns(columns, ['id', name])).toEqual([
    {
      field: 'passthroughColumns',
      problem: `"${name}" is no column of the file`,
      remedy: `Give the names as they stand in its first line.${perhaps}`,
    },
  ]);
});
