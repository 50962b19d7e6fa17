import fc from 'fast-check';
import { KeptRoom } from '../src/data-robot/batch/kept-room.ts';
import { skipBytes } from '../src/data-robot/batch/skip-bytes.ts';
import { textCodec } from '../src/data-robot/batch/text-codec.ts';
import { upTo } from '../src/data-robot/batch/up-to.ts';
import { Utf8Check } from '../src/data-robot/batch/utf8-check.ts';

/** The bytes in pieces, as a network may deliver them. */
const pieces = (bytes: Buffer, sizes: readonly number[]): Buffer[] => {
  const cut: Buffer[] = [];
  for (let from = 0, turn = 0; from < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    cut.push(bytes.subarray(from, from + size));
    from += size;
  }
  return cut;
};
const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
const latin1 = (bytes: Buffer) => bytes.toString('latin1');

describe('Utf8Check', () => {
  const check = (bytes: Buffer, cuts: readonly number[]): boolean => {
    const utf8 = new Utf8Check();
    for (const piece of pieces(bytes, cuts)) utf8.push(piece);
    return utf8.finish();
  };

  it('says the same of any bytes, however they are cut, as a strict decoder', () => {
    const bytes = fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array)),
    );
    fc.assert(
      fc.property(bytes, sizes, (data, cuts) => {
        let strict = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(data);
        } catch {
          strict = false;
        }
        expect(check(data, cuts)).toBe(strict);
      }),
    );
  });

  it('does not take a character that is not complete for a mistake, until the end', () => {
    const utf8 = new Utf8Check();
    utf8.push(Buffer.from([0x61, 0xe5, 0xb3]));
    expect(utf8.ok).toBe(true);
    expect(utf8.finish()).toBe(false);
  });
});

describe('textCodec', () => {
  it.each([
    ['utf-8', 'a島ソ', Buffer.from('a島ソ')],
    ['shift_jis', 'a島ソ', Buffer.from([0x61, 0x93, 0x87, 0x83, 0x5c])],
    ['mskanji', 'ソ', Buffer.from([0x83, 0x5c])],
    ['latin_1', 'é', Buffer.from([0xe9])],
    ['ISO-8859-1', 'é', Buffer.from([0xe9])],
  ])('%s, both ways', (name, text, bytes) => {
    const codec = textCodec(name);
    expect([codec?.decode(latin1(bytes)), codec?.encode(text)]).toEqual([text, bytes]);
  });

  it('knows no other', () => {
    expect(textCodec('utf-16')).toBeUndefined();
  });
});

it('KeptRoom has room for the first rows only, however small a later one is', () => {
  const room = new KeptRoom();
  expect([room.take(8_000_000), room.take(1_000_000), room.take(1)]).toEqual([true, false, false]);
  const rows = new KeptRoom();
  const taken = Array.from({ length: 50_010 }, () => rows.take(10)).filter(Boolean);
  expect(taken).toHaveLength(50_000);
});

describe('parts of streams', () => {
  async function* stream(chunks: readonly Buffer[]) {
    yield* chunks;
  }
  const collect = async (chunks: AsyncIterable<Buffer>) => {
    const all: Buffer[] = [];
    for await (const chunk of chunks) all.push(chunk);
    return Buffer.concat(all).toString();
  };

  it.each([0, 1, 5, 6, 9, 20])('upTo and skipBytes make the whole at %d', async (count) => {
    const bytes = Buffer.from('0123456789');
    const ended: string[] = [];
    const head = await collect(upTo(stream(pieces(bytes, [3])), count, () => ended.push('end')));
    const tail = await collect(skipBytes(stream(pieces(bytes, [3])), count));
    expect([head, tail, ended]).toEqual(['0123456789'.slice(0, count), '0123456789'.slice(count), ['end']]);
  });
});
