import type { Figure } from '@modelferry/polling';
import { figuresTable } from '../../src/summary/figures-table.ts';

const redact = (text: string) => text.replaceAll('secret', 'hidden');

test('has a column for each figure and a row for each time, zeros and what is not finite, too', () => {
  const at = (epoch: number, ...more: readonly Figure[]): readonly Figure[] => [
    { name: 'epoch', value: epoch, total: 2 },
    { stage: 'train', name: 'loss', value: 0 },
    ...more,
  ];
  const times = [at(1), at(2, { stage: 'validation', name: 'a|secret', value: 'NaN' })];
  expect(figuresTable(times, redact)).toEqual([
    'What the job told of its work, the newest last:',
    '',
    '| epoch | train.loss | validation.a&#124;hidden |',
    '| ---: | ---: | ---: |',
    '| 1 of 2 | 0 |  |',
    '| 2 of 2 | 0 | NaN |',
  ]);
});

test('says how many figures it has no room for', () => {
  const figures = Array.from({ length: 10 }, (_, index) => ({ name: `m${index}`, value: index }));
  const [title, , header] = figuresTable([figures], redact);
  expect(title).toBe('What the job told of its work (2 more figures left out):');
  expect(header).toMatch(/\| m7 \|$/);
});

test('where nothing was told, there is none', () =>
  expect([figuresTable([], redact), figuresTable([[]], redact)]).toEqual([[], []]));
