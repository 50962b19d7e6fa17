import type { ContextValue } from '../src/index.ts';
import { combinations } from '../src/workflow/matrix.ts';

test('Without a matrix there is one combination of nothing', () => {
  expect(combinations(null)).toEqual([{}]);
});

test('Axes are crossed, the last turns fastest', () => {
  expect(combinations({ a: [1, 2], b: ['x', 'y'] })).toEqual([
    { a: 1, b: 'x' },
    { a: 1, b: 'y' },
    { a: 2, b: 'x' },
    { a: 2, b: 'y' },
  ]);
});

test('exclude takes away, include widens what it does not contradict or stands alone', () => {
  const matrix: ContextValue = {
    a: [1, 2],
    exclude: [{ a: 2 }],
    include: [{ a: 1, more: true }, { everywhere: 'yes' }, { a: 3 }],
  };
  expect(combinations(matrix)).toEqual([{ a: 1, more: true, everywhere: 'yes' }, { a: 3 }]);
  expect(combinations({ include: [{ a: 1 }, { a: 2 }] })).toEqual([{ a: 1 }, { a: 2 }]);
});
