import { requestNotes, type JobLedger, type JobRecord } from '../src/index.ts';

function notesOf() {
  const records: JobRecord[] = [];
  const jobs: JobLedger = {
    keep: async (record) => void records.push(record),
    earlier: async (kind, fingerprint) =>
      records.findLast((one) => one.kind === kind && one.fingerprint === fingerprint),
  };
  const of = (fingerprint: string) =>
    requestNotes(jobs, { vendor: 'test-ferry', kind: 'shipping-request', fingerprint });
  return { records, of };
}

test('what was asked for stays open until there is an answer', async () => {
  const { of, records } = notesOf();
  expect(await of('f').open()).toBeUndefined();
  await of('f').note('issued', ['41', '42']);
  expect(records).toMatchObject([{ id: 'beside 41 42', phase: 'issued', note: true }]);
  expect(await of('f').open()).toEqual(['41', '42']);
  expect(await of('another').open()).toBeUndefined();
  await of('f').note('created', ['41', '42']);
  expect(await of('f').open()).toBeUndefined();
});

test('a refusal closes it, and it can be asked for again beside nothing', async () => {
  const { of } = notesOf();
  await of('f').note('issued', ['41']);
  await of('f').note('refused', ['41']);
  expect(await of('f').open()).toBeUndefined();
  await of('f').note('issued', []);
  expect(await of('f').open()).toEqual([]);
});
