import { hangsIn, type FaultyServer } from '../src/index.ts';

const startedAtMs = Date.now() - 1_000;
const server = (
  quietSinceMs: number | undefined = startedAtMs + 1,
  endedAtMs: number | null = null,
): FaultyServer => ({ requests: () => [{ startedAtMs, endedAtMs, quietSinceMs }] });
const carriesOut: FaultyServer = { requests: () => [{ startedAtMs, endedAtMs: null }] };

test.each<[string, FaultyServer, number, number, boolean]>([
  ['a request that a fault keeps still on', server(), 0, 60, true],
  ['one that is carried out', carriesOut, 0, 60, false],
  ['one that has ended', server(undefined, startedAtMs + 2), 0, 60, false],
  ['an earlier one', server(), startedAtMs + 1, 60, false],
  ['one that may still have something to say', server(), 0, 60_000, false],
])('%s', (_, faulty, sentAtMs, quietMs, hangs) => {
  expect(hangsIn(faulty)(sentAtMs, quietMs)).toBe(hangs);
});
