import { isInputError } from '@modelferry/http';
import { groupRows, itemRows } from '../src/run/row-groups.ts';

const faultOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isInputError(error)) return error.faults[0];
    throw error;
  }
  throw new Error('A fault was expected.');
};

test('parts the rows of an item from its other inputs', () => {
  expect(itemRows(3, 'row', { row: [{ a: 1 }], model: 'm' })).toEqual({
    itemIndex: 3,
    rows: [{ a: 1 }],
    others: { model: 'm' },
  });
});

test.each([
  [undefined, 'must have at least one row'],
  [[], 'must have at least one row'],
  [['text'], 'must be a table row'],
  [[{ a: 1, b: { c: 1 } }], 'holds a list or an object in the column "b"'],
  [[{ a: undefined }], 'holds a list or an object in the column "a"'],
])('refuses %j by itself', (row, problem) => {
  expect(faultOf(() => itemRows(0, 'row', { row }))).toMatchObject({ field: 'row', problem });
});

test('groups items by their other inputs, whatever the order in which those were entered', () => {
  const items = [
    { model: 'a', limit: 1 },
    { model: 'b', limit: 1 },
    { limit: 1, model: 'a' },
  ].map((others, itemIndex) => ({ itemIndex, rows: [{ x: itemIndex }], others }));
  expect(groupRows(items).map((group) => group.map(({ itemIndex }) => itemIndex))).toEqual([[0, 2], [1]]);
});
