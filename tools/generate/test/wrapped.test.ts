import fc from 'fast-check';
import { wrapped } from '../src/wrapped.ts';

test('lines are no longer than asked, unless a word is, and lose nothing', () => {
  const words = fc.array(fc.string({ minLength: 1, unit: fc.constantFrom('a', 'b') }), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 30 }), (list, width) => {
      const lines = wrapped(list.join(' '), width);
      expect(lines.join(' ')).toBe(list.join(' '));
      for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true);
    }),
  );
});
