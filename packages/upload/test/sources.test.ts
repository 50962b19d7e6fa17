import { EngineError, type ByteSource } from '@modelferry/http';
import { collectBytes, patternedBytes, sourceContract, testSource } from '@modelferry/testkit';
import fc from 'fast-check';
import {
  bytesSource,
  concatSource,
  exactLength,
  peekSource,
  rangeSource,
  sizedSource,
  tapSource,
  type Source,
} from '../src/index.ts';

const bytes = patternedBytes(10_000);

/** Reads through random access, with a buffer of a size of its own that is used again and again. */
async function readThrough(source: ByteSource, bufferBytes: number): Promise<Uint8Array> {
  const reader = await source.reader!();
  const buffer = new Uint8Array(bufferBytes);
  const pieces: Uint8Array[] = [];
  for (let at = 0; ;) {
    const got = await reader.read(buffer, at);
    if (got === 0) break;
    pieces.push(buffer.slice(0, got));
    at += got;
  }
  await reader.close();
  return new Uint8Array(Buffer.concat(pieces));
}

const onTrial = (source: Source) => Promise.resolve({ source, close: () => Promise.resolve() });

sourceContract('bytesSource', ({ name, bytes }) => onTrial(bytesSource(name, bytes)));
sourceContract('concatSource', ({ name, bytes }) => {
  const cut = bytes.length >> 1;
  const parts = [bytes.subarray(0, cut), bytes.subarray(cut)];
  return onTrial(
    concatSource(
      name,
      parts.map((part) => bytesSource(name, part)),
    ),
  );
});
sourceContract('rangeSource', ({ name, bytes }) => {
  const wider = new Uint8Array(bytes.length + 20);
  wider.set(bytes, 10);
  return onTrial(rangeSource(bytesSource(name, wider), { start: 10, end: bytes.length + 10 }));
});
sourceContract('sizedSource', ({ name, bytes }) =>
  onTrial(sizedSource(testSource(bytes, { name, declaredLength: null, chunkBytes: [70_000] }), bytes.length)),
);
sourceContract('tapSource', ({ name, bytes }) =>
  onTrial(tapSource(bytesSource(name, bytes), () => ({ see: () => undefined, end: () => undefined }))),
);

describe('concatSource', () => {
  test('gives the parts in order, whole, by range and by random access', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 5 }),
        fc.nat(100),
        fc.nat(100),
        fc.integer({ min: 1, max: 30 }),
        async (parts, start, length, bufferBytes) => {
          const whole = Buffer.concat(parts);
          const source = concatSource(
            'all',
            parts.map((part) => bytesSource('part', part)),
          );
          expect(source.length).toBe(whole.length);
          expect(Buffer.from(await collectBytes(source.open()))).toEqual(whole);
          const range = { start, end: start + length };
          expect(Buffer.from(await collectBytes(source.open(range)))).toEqual(
            whole.subarray(start, start + length),
          );
          expect(Buffer.from(await readThrough(source, bufferBytes))).toEqual(whole);
        },
      ),
    );
  });

  test('promises only what all of its parts can do', () => {
    const whole = bytesSource('a', bytes);
    const once = testSource(bytes, { replayable: false, declaredLength: null });
    expect(concatSource('x', [whole, once])).toMatchObject({
      length: undefined,
      replayable: false,
      ranged: false,
    });
    expect(concatSource('x', [whole, once]).reader).toBeUndefined();
    expect(concatSource('x', [whole, whole])).toMatchObject({
      length: 20_000,
      replayable: true,
      ranged: true,
    });
  });

  test('closes every reader, also when one cannot be opened', async () => {
    let closed = 0;
    const good: Source = {
      ...bytesSource('a', bytes),
      reader: async () => ({ read: async () => 0, close: async () => void closed++ }),
    };
    const bad: Source = {
      ...bytesSource('b', bytes),
      reader: () => Promise.reject(new Error('no such file')),
    };
    await expect(concatSource('x', [good, bad]).reader!()).rejects.toThrow('no such file');
    expect(closed).toBe(1);
  });
});

describe('rangeSource', () => {
  test('is the range of bytes, in any of the ways to read it', async () => {
    const range = rangeSource(bytesSource('a.csv', bytes), { start: 100, end: 5_000 });
    expect(range).toMatchObject({ name: 'a.csv', length: 4_900, replayable: true, ranged: true });
    expect(await collectBytes(range.open())).toEqual(bytes.slice(100, 5_000));
    expect(await collectBytes(range.open({ start: 10, end: 20 }))).toEqual(bytes.slice(110, 120));
    expect(await readThrough(range, 999)).toEqual(bytes.slice(100, 5_000));
  });

  test('ends where the whole ends', async () => {
    const range = rangeSource(bytesSource('a', bytes), { start: 9_990, end: 20_000 });
    expect(range.length).toBe(10);
    expect(await collectBytes(range.open())).toEqual(bytes.slice(9_990));
  });

  test('refuses a source that cannot be read by ranges', () => {
    const once: Source = { ...bytesSource('a', bytes), ranged: false };
    expect(() => rangeSource(once, { start: 0, end: 1 })).toThrow(/beginning to end/);
  });
});

describe('exactLength', () => {
  const read = (actual: number, declared: number, chunkBytes: number[]) =>
    collectBytes(
      exactLength(testSource(bytes.subarray(0, actual), { chunkBytes }).open(), declared, 'sales.csv'),
    );

  test('passes on what has the right length', async () => {
    expect(await read(1000, 1000, [300])).toEqual(bytes.slice(0, 1000));
    expect(await read(0, 0, [1])).toHaveLength(0);
  });

  test('names both numbers when bytes are missing', async () => {
    await expect(read(900, 1000, [300])).rejects.toMatchObject({
      code: 'source-mismatch',
      message: 'Could not read "sales.csv" to its end: it has 1000 bytes, and only 900 came.',
    });
  });

  test('names both numbers when there are more', async () => {
    await expect(read(1200, 1000, [300])).rejects.toMatchObject({
      code: 'source-mismatch',
      message: 'Could not read "sales.csv": it has 1000 bytes, and at least 1200 came.',
    });
  });

  test('never completes a body whose source grew, even where a chunk ends exactly at the length', async () => {
    let passed = 0;
    const grown = exactLength(testSource(bytes.subarray(0, 1001), { chunkBytes: [500] }).open(), 1000, 'a');
    await expect(
      (async () => {
        for await (const chunk of grown) passed += chunk.length;
      })(),
    ).rejects.toBeInstanceOf(EngineError);
    expect(passed).toBe(500);
  });

  test('holds a source to the length its place told', async () => {
    const source = sizedSource(testSource(bytes, { declaredLength: null }), 9_999);
    expect(source.length).toBe(9_999);
    await expect(collectBytes(source.open())).rejects.toMatchObject({ code: 'source-mismatch' });
    expect(await collectBytes(source.open({ start: 5, end: 10 }))).toEqual(bytes.slice(5, 10));
  });
});

describe('tapSource', () => {
  const tapInto =
    (seen: number[], end: () => void = () => undefined) =>
    () => ({
      see: (chunk: Uint8Array) => void seen.push(...chunk),
      end,
    });

  test.each([
    ['known length', 10_000],
    ['unknown length', null],
  ])('sees every byte once, in order (%s)', async (_, declaredLength) => {
    const seen: number[] = [];
    const source = tapSource(testSource(bytes, { chunkBytes: [999], declaredLength }), tapInto(seen));
    expect(await collectBytes(source.open())).toEqual(bytes);
    expect(Uint8Array.from(seen)).toEqual(bytes);
  });

  test('sees what is read by random access too', async () => {
    const seen: number[] = [];
    const source = tapSource(bytesSource('a', bytes), tapInto(seen));
    expect(await readThrough(source, 777)).toEqual(bytes);
    expect(Uint8Array.from(seen)).toEqual(bytes);
  });

  test('two reads at once are seen in order', async () => {
    const seen: number[] = [];
    const reader = await tapSource(bytesSource('a', bytes), tapInto(seen)).reader!();
    const [a, b] = [new Uint8Array(4_000), new Uint8Array(6_000)];
    await Promise.all([reader.read(a, 0), reader.read(b, 4_000)]);
    expect(Uint8Array.from(seen)).toEqual(bytes);
  });

  test('sees what a reader jumps over first, and nothing twice', async () => {
    const seen: number[] = [];
    const reader = await tapSource(bytesSource('a', bytes), tapInto(seen)).reader!();
    const target = new Uint8Array(1_000);
    for (const position of [5_000, 0, 4_500, 5_500, 9_000, 3]) {
      expect(await reader.read(target, position)).toBe(1_000);
      expect(target).toEqual(bytes.slice(position, position + 1_000));
    }
    expect(Uint8Array.from(seen)).toEqual(bytes);
  });

  test.each([
    ['by chunks of known length', 10_000],
    ['by chunks of unknown length', null],
  ])('holds the last bytes back from a tap that refuses (%s)', async (_, declaredLength) => {
    const refuse = tapInto([], () => {
      throw new Error('refused');
    });
    const source = tapSource(testSource(bytes, { chunkBytes: [1000], declaredLength }), refuse);
    let passed = 0;
    await expect(
      (async () => {
        for await (const chunk of source.open()) passed += chunk.length;
      })(),
    ).rejects.toThrow('refused');
    expect(passed).toBe(9_000);
  });

  test('holds the last bytes back by random access too', async () => {
    const source = tapSource(
      bytesSource('a', bytes),
      tapInto([], () => {
        throw new Error('refused');
      }),
    );
    const reader = await source.reader!();
    expect(await reader.read(new Uint8Array(9_000), 0)).toBe(9_000);
    await expect(reader.read(new Uint8Array(9_000), 9_000)).rejects.toThrow('refused');
  });

  test('begins anew with every opening', async () => {
    let taps = 0;
    const source = tapSource(bytesSource('a', bytes), () => {
      taps += 1;
      return { see: () => undefined, end: () => undefined };
    });
    await collectBytes(source.open());
    await collectBytes(source.open());
    expect(taps).toBe(2);
  });
});

describe('peekSource', () => {
  test('leaves a replayable source as it is', async () => {
    const source = testSource(bytes, { chunkBytes: [100] });
    const peeked = await peekSource(source, 250);
    expect(peeked.head).toEqual(bytes.slice(0, 300));
    expect(peeked).toMatchObject({ ended: false, source });
    expect(source.closed).toBe(1);
  });

  test('gives the beginning of a source that opens once again', async () => {
    const source = testSource(bytes, { chunkBytes: [100], replayable: false });
    const peeked = await peekSource(source, 250);
    expect(await collectBytes(peeked.source.open())).toEqual(bytes);
    expect(source).toMatchObject({ opened: 1, closed: 1 });
  });

  test('says when it saw everything', async () => {
    const peeked = await peekSource(testSource(bytes), 20_000);
    expect(peeked).toMatchObject({ ended: true });
    expect(peeked.head).toEqual(bytes);
  });
});
