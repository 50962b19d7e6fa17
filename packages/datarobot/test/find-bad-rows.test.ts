import { ApiError } from '@modelferry/http';
import fc from 'fast-check';
import { findBadRows } from '../src/real-time/rows/find-bad-rows.ts';

const refusal = (said: string) =>
  new ApiError({ code: 'rejected', message: said, status: 422, vendorMessage: said });

/** Rows are refused when a bad one is among them, each in its own words. */
async function search(rowCount: number, bad: ReadonlySet<number>, requests: number) {
  const scored = new Set<number>();
  const failed = new Set<number>();
  const budget = { left: requests };
  const score = async (rows: readonly number[]) => {
    const first = rows.find((row) => bad.has(row));
    if (first !== undefined) return refusal(`because of ${'x'.repeat(first)}`);
    for (const row of rows) scored.add(row);
    return undefined;
  };
  const rows = [...Array(rowCount).keys()];
  await findBadRows(rows, refusal('because'), { budget, score, fail: (row) => failed.add(row) });
  return { scored, failed, used: requests - budget.left };
}

test('exactly the bad rows fail, where there are requests enough', () =>
  fc.assert(
    fc.asyncProperty(
      fc
        .integer({ min: 1, max: 60 })
        .chain((rows) =>
          fc.tuple(fc.constant(rows), fc.uniqueArray(fc.nat({ max: rows - 1 }), { minLength: 1 })),
        ),
      async ([rows, bad]) => {
        const { scored, failed } = await search(rows, new Set(bad), 10_000);
        expect([...failed].sort((a, b) => a - b)).toEqual(bad.sort((a, b) => a - b));
        expect(scored.size).toBe(rows - bad.length);
      },
    ),
  ));

test('every row is settled, and no request is made beyond the budget', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat({ max: 199 }), { minLength: 1 }),
      fc.nat({ max: 30 }),
      async (bad, requests) => {
        const { scored, failed, used } = await search(200, new Set(bad), requests);
        expect(new Set([...scored, ...failed]).size).toBe(200);
        expect(used).toBeLessThanOrEqual(requests);
      },
    ),
  ));

test('one bad row among 10,000 takes 28 requests at most', async () => {
  const { failed, used } = await search(10_000, new Set([7_777]), 100);
  expect([...failed]).toEqual([7_777]);
  expect(used).toBeLessThanOrEqual(28);
});
