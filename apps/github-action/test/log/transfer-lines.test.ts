import { transferLines, type TransferEvent } from '../../src/log/transfer-lines.ts';

const upload = (bytes: number, totalBytes?: number): TransferEvent => ({
  type: 'upload',
  name: 'a.csv',
  bytes,
  totalBytes,
});

/** Events, each at its time. @returns the lines that were said */
function say(events: readonly (readonly [atMs: number, event: TransferEvent])[]) {
  let now = 0;
  const lines = transferLines({ now: () => now });
  const said = events.flatMap(([atMs, event]) => {
    now = atMs;
    return lines.line(event) ?? [];
  });
  return { said, rest: lines.rest() };
}

test('says each tenth with rate and time left, and the end', () => {
  const { said, rest } = say([
    [0, upload(0, 1_000_000)],
    [500, upload(50_000, 1_000_000)],
    [1_000, upload(100_000, 1_000_000)],
    [1_500, upload(150_000, 1_000_000)],
    [5_000, upload(500_000, 1_000_000)],
    [10_000, upload(1_000_000, 1_000_000)],
    [10_000, upload(1_000_000, 1_000_000)],
  ]);
  expect(said).toEqual([
    'Sent 100.0 kB of 1.0 MB of "a.csv" (10 %), 100.0 kB/s, about 9s left',
    'Sent 500.0 kB of 1.0 MB of "a.csv" (50 %), 100.0 kB/s, about 5s left',
    'Sent all 1.0 MB of "a.csv" in 10s, 100.0 kB/s',
  ]);
  expect(rest).toEqual([]);
});

test('says something every 30 seconds when it is slow', () => {
  const { said } = say([
    [0, upload(0, 1_000_000)],
    [29_999, upload(10_000, 1_000_000)],
    [30_000, upload(15_000, 1_000_000)],
    [59_999, upload(20_000, 1_000_000)],
    [60_000, upload(30_000, 1_000_000)],
  ]);
  expect(said).toEqual([
    'Sent 15.0 kB of 1.0 MB of "a.csv" (1 %), 500 bytes/s, about 33m left',
    'Sent 30.0 kB of 1.0 MB of "a.csv" (3 %), 500 bytes/s, about 32m left',
  ]);
});

test('says one line of what is over at once', () => {
  expect(say([[0, upload(10, 10)]]).said).toEqual(['Sent all 10 bytes of "a.csv"']);
});

test('begins anew with an upload that does', () => {
  const { said } = say([
    [0, upload(90, 100)],
    [1_000, upload(10, 100)],
    [2_000, upload(100, 100)],
  ]);
  expect(said.at(-1)).toBe('Sent all 100 bytes of "a.csv" in 1s, 90 bytes/s');
});

test('without a length, the last of it is said when all is over', () => {
  const download = (bytes: number): TransferEvent => ({ type: 'download', name: 'r.csv', bytes });
  const { said, rest } = say([
    [0, download(1_000)],
    [1_000, download(3_000)],
  ]);
  expect(said).toEqual([]);
  expect(rest).toEqual(['Received 3.0 kB of "r.csv", 2.0 kB/s']);
});
