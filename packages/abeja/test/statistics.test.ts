import * as v from 'valibot';
import { statistics } from '../src/client/training/statistics.ts';

const read = (wire: unknown) => v.parse(statistics, wire);

test('figures that are no numbers, and zeros, are kept', () =>
  expect(read({ epoch: 0, progress_percentage: 90, stages: { train: { loss: 0, acc: 'NaN' } } })).toEqual({
    epoch: 0,
    progressPercentage: 90,
    stages: { train: { loss: 0, acc: 'NaN' } },
    others: {},
  }));

test('what is of another form is left out, and the rest stays', () =>
  expect(
    read({
      num_epochs: 'many',
      epoch: null,
      stages: { train: { loss: 1, odd: {} }, none: null },
      note: ['a'],
    }),
  ).toEqual({ stages: { train: { loss: 1 } }, others: { note: ['a'] } }));
