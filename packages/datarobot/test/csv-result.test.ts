import { collectBytes } from '@modelferry/testkit';
import { csvResult } from '../src/real-time/file/csv-result.ts';
import { withoutColumns } from '../src/client/without-columns.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** In pieces of three bytes, so that records and characters are cut. */
async function* pieces(text: string) {
  const bytes = bytesOf(text);
  for (let at = 0; at < bytes.length; at += 3) yield bytes.subarray(at, at + 3);
}

async function join(...answers: readonly (readonly [text: string, sentRows: number])[]) {
  const counts: number[] = [];
  async function* given() {
    for (const [index, [text, rows]] of answers.entries()) {
      yield { slice: { index, toByte: 0, sentRows: () => rows }, body: pieces(text) };
    }
  }
  const whole = await collectBytes(csvResult(given(), (_, rows) => counts.push(rows)));
  return { text: new TextDecoder().decode(whole), counts };
}

test('one header stays, and a missing line end between answers is put there', async () => {
  const { text, counts } = await join(['"a\nb",c\r\n1,"x\n名"', 1], ['"a\nb",c\r\n2,y\r\n3,z\r\n', 2]);
  expect(text).toBe('"a\nb",c\r\n1,"x\n名"\r\n2,y\r\n3,z\r\n');
  expect(counts).toEqual([1, 2]);
});

test.each([
  ['a row is missing', [['a\n1\n', 2]], 'unexpected-answer', '2 rows were sent and 1 came back'],
  ['there is a row too many', [['a\n1\n2\n', 1]], 'unexpected-answer', '1 rows were sent and 2 came back'],
  ['nothing came', [['', 1]], 'unexpected-answer', '0 came back'],
  [
    'columns change',
    [
      ['a\n1\n', 1],
      ['b\n2\n', 1],
    ],
    'unexpected-answer',
    'the columns changed',
  ],
  [
    'a series was cut',
    [
      ['a,FORECAST_DISTANCE\n1,1\n', 5],
      ['a,FORECAST_DISTANCE\n', 5],
    ],
    'unsupported',
    'one of time series',
  ],
] as const)('%s: an error', async (_, answers, code, said) => {
  await expect(join(...answers)).rejects.toMatchObject({ code, message: expect.stringContaining(said) });
});

test('a series that went whole has as many rows as it forecasts', async () => {
  expect((await join(['a,FORECAST_DISTANCE\n1,1\n', 5])).counts).toEqual([1]);
});

test('columns are dropped wherever the bytes are cut, but for a name that stands there twice', async () => {
  const text = 'p,"drop, me",twice,twice,keep\r\n1,"x\n""名""",2,3,"k,"\r\n4,,5,6,"l\r\n"';
  const body = Object.assign(pieces(text), { cancel: () => undefined });
  const kept = await collectBytes(withoutColumns(body, new Set(['drop, me', 'twice'])));
  expect(new TextDecoder().decode(kept)).toBe('p,twice,twice,keep\r\n1,2,3,"k,"\r\n4,5,6,"l\r\n"\r\n');
});
