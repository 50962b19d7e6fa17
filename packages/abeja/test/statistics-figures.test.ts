import { figuresOf, progressOf } from '../src/training/statistics-figures.ts';

test('tells the epoch, the progress and the figures of each stage, on their own scale; zeros and what is not finite, too', () => {
  const stages = { train: { loss: 0, acc: 0.123456789 }, validation: { acc: 'Infinity' } };
  expect(figuresOf({ epoch: 0, numEpochs: 5, progressPercentage: 90, stages })).toEqual([
    { name: 'epoch', value: 0, total: 5 },
    { name: 'progress', value: 90 },
    { stage: 'train', name: 'loss', value: 0 },
    { stage: 'train', name: 'acc', value: 0.123456789 },
    { stage: 'validation', name: 'acc', value: 'Infinity' },
  ]);
  expect([figuresOf({}), figuresOf(undefined)]).toEqual([[], []]);
});

test('words of the code are bounded, on one line, and no URL in them tells a secret', () => {
  const url = 'https://files.example/a?signature=hidden';
  const [figure] = figuresOf({ stages: { [`a\n${'b'.repeat(200)}`]: { [url]: url } } });
  expect(JSON.stringify(figure)).not.toMatch(/hidden|\\n|b{61}/);
});

test.each([
  [{ epoch: 1, numEpochs: 4 }, 0.25],
  [{ epoch: 5, numEpochs: 4, progressPercentage: 0.5 }, 0.5],
  [{ epoch: 1, numEpochs: 0 }, undefined],
  [{ progressPercentage: 90 }, undefined],
  [{ progressPercentage: 'NaN' }, undefined],
  [undefined, undefined],
])('%j is at %s', (statistics, share) => {
  expect(progressOf(statistics)).toBe(share);
});
