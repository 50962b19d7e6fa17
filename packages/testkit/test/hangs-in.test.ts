import { hangsIn, type FaultyServer } from '../src/index.ts';

const startedAtMs = Date.now() - 1_000;
const server = (kind: string, faultId = 'f1', endedAtMs: number | null = null): FaultyServer => ({
  requests: () => [{ faultId, startedAtMs, endedAtMs }],
  faults: { list: () => [{ id: 'f1', kind }] },
});

test.each<[string, FaultyServer, number, number, boolean]>([
  ['a fault that never answers', server('stall'), 0, 60, true],
  ['one that answers', server('status'), 0, 60, false],
  ['another request', server('stall', 'f2'), 0, 60, false],
  ['a request that has ended', server('stall', 'f1', startedAtMs + 1), 0, 60, false],
  ['an earlier request', server('stall'), startedAtMs + 1, 60, false],
  ['one that may still answer', server('stall'), 0, 60_000, false],
])('%s', (_, faulty, sentAtMs, quietMs, hangs) => {
  expect(hangsIn(faulty)(sentAtMs, quietMs)).toBe(hangs);
});
