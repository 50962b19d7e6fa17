import fc from 'fast-check';
import { nearest } from '../src/nearest.ts';

const columns = ['Horsepower', 'Weight_in_lbs', 'Miles_per_Gallon', 'Name', 'Year', '燃費'];

test.each([
  ['horsepower', 'Horsepower'],
  [' Horsepower ', 'Horsepower'],
  ['Horsepwoer', 'Horsepower'],
  ['Hosrepower', 'Horsepower'],
  ['Weight_in_lb', 'Weight_in_lbs'],
  ['Weight in lbs', 'Weight_in_lbs'],
  ['Nane', 'Name'],
  ['燃料', '燃費'],
  ['Yes', undefined],
  ['Cylinders', undefined],
  ['', undefined],
  ['x'.repeat(5_000), undefined],
])('%s means %s', (given, meant) => {
  expect(nearest(given, columns)).toBe(meant);
});

test('of several, the one with the fewest slips', () => {
  expect(nearest('abcdef', ['abcxyf', 'abcdxf', 'abcdeg'])).toBe('abcdxf');
});

test('a word with one slip is always found again, and nothing but a word of the list is given', () => {
  const word = fc.string({ minLength: 3, maxLength: 20 }).filter((one) => one.trim().toLowerCase() === one);
  fc.assert(
    fc.property(word, fc.nat(), (meant, place) => {
      const at = place % meant.length;
      const typed = meant.slice(0, at) + '§' + meant.slice(at + 1);
      expect(nearest(typed, [meant])).toBe(meant);
    }),
  );
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (typed, words) => {
      const found = nearest(typed, words);
      expect(found === undefined || words.includes(found)).toBe(true);
    }),
  );
});
