import { splitRows } from '../src/data/split-rows.ts';

test('every fifth row is kept back and no row is lost', () => {
  const rows = Array.from({ length: 11 }, (_, index) => index);
  const { train, evaluation } = splitRows(rows);
  expect(evaluation).toEqual([4, 9]);
  expect([...train, ...evaluation].sort((a, b) => a - b)).toEqual(rows);
});
