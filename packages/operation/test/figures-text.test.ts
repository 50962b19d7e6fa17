import { figuresText } from '../src/index.ts';

test('figures stand on one line, rounded and not rescaled, zeros and what is not finite, too', () => {
  expect(
    figuresText([
      { name: 'epoch', value: 0, total: 5 },
      { name: 'progress', value: 90 },
      { stage: 'train', name: 'loss', value: 0 },
      { stage: 'train', name: 'accuracy', value: 0.123456789 },
      { stage: 'validation', name: 'loss', value: 'Infinity' },
      { stage: 'validation', name: 'accuracy', value: NaN },
    ]),
  ).toBe(
    'epoch 0 of 5, progress 90, train.loss 0, train.accuracy 0.123457, validation.loss Infinity, validation.accuracy NaN',
  );
});

test('of many, the first are told, and how many there are besides', () => {
  const figures = Array.from({ length: 12 }, (_, index) => ({ name: `m${index}`, value: index }));
  expect(figuresText(figures)).toMatch(/, m9 9, 2 more$/);
});

test('where there are none, there is nothing to say', () =>
  expect([figuresText([]), figuresText(undefined)]).toEqual([undefined, undefined]));
