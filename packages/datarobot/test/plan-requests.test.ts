import fc from 'fast-check';
import { planRequests } from '../src/real-time/rows/plan-requests.ts';

test('every row is in one request, in order, or too large; no request is too long, and none could have been spared', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 });
  fc.assert(
    fc.property(
      lengths,
      fc.integer({ min: 10, max: 60 }),
      fc.integer({ min: 1, max: 9 }),
      (rows, maxBytes, maxRows) => {
        const { requests, tooLarge } = planRequests(rows, { maxBytes, maxRows });
        const bytesOf = (indexes: readonly number[]) =>
          1 + indexes.reduce((sum, index) => sum + (rows[index] ?? 0) + 1, 0);
        expect([...requests.flat(), ...tooLarge].sort((a, b) => a - b)).toEqual([...rows.keys()]);
        expect(requests.flat()).toEqual(requests.flat().toSorted((a, b) => a - b));
        for (const index of tooLarge) expect(bytesOf([index])).toBeGreaterThan(maxBytes);
        requests.forEach((request, at) => {
          expect(request.length).toBeLessThanOrEqual(maxRows);
          expect(bytesOf(request)).toBeLessThanOrEqual(maxBytes);
          const next = requests[at + 1]?.[0];
          if (next === undefined || request.length === maxRows) return;
          expect(bytesOf([...request, next])).toBeGreaterThan(maxBytes);
        });
      },
    ),
  );
});
