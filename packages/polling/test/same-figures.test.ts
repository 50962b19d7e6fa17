import type { Figure } from '../src/index.ts';
import { sameFigures } from '../src/same-figures.ts';

const loss: Figure = { stage: 'train', name: 'loss', value: 0 };

test.each<[readonly Figure[] | undefined, readonly Figure[] | undefined, boolean]>([
  [undefined, [], true],
  [[loss], [{ ...loss }], true],
  [[{ ...loss, value: NaN }], [{ ...loss, value: NaN }], true],
  [[loss], undefined, false],
  [[loss], [{ ...loss, value: 0.5 }], false],
  [[loss], [{ ...loss, value: '0' }], false],
  [[loss], [{ ...loss, stage: 'validation' }], false],
  [[loss], [{ ...loss, name: 'accuracy' }], false],
  [[loss], [{ ...loss, total: 5 }], false],
  [[loss], [loss, loss], false],
])('%j and %j: %s', (a, b, same) => {
  expect([sameFigures(a, b), sameFigures(b, a)]).toEqual([same, same]);
});
