import fc from 'fast-check';

/** Pieces that tables are made of, and that break splitters: well-formed and sloppy ones. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(',', '\n', '\r\n', '"', '""', '"\n"', '"a,\r\nb"', '""""') },
  { weight: 1, arbitrary: fc.constantFrom('\r', '5" pipe', 'x"y"z', '"ab"c"d', ';', '\t') },
  { weight: 2, arbitrary: fc.constantFrom('日本', 'é', '𝄞', '売上,"東,京"\n') },
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 60 }) },
);

/** Any text that a table might be, quotes open or not. */
export const anyCsv = fc
  .array(piece, { maxLength: 60 })
  .map((pieces) => new TextEncoder().encode(pieces.join('')));

/** Long enough for what looks at many bytes together. */
export const longCsv = fc
  .tuple(anyCsv, anyCsv, anyCsv, anyCsv)
  .map((texts) => new Uint8Array(Buffer.concat([...texts, ...texts])));

const cell = fc.oneof(
  fc.stringMatching(/^[a-z0-9 ]{0,12}$/),
  fc.constantFrom('5" pipe', '日本', 'é'),
  fc
    .string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '日', ';'), maxLength: 12 })
    .map((text) => `"${text.replaceAll('"', '""')}"`),
);

/** A well-formed table with a header, in one of the ways in which lines end. */
export const properTable = fc
  .record({
    bom: fc.boolean(),
    header: fc.array(cell, { minLength: 2, maxLength: 4 }),
    rows: fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 30 }),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    lastLineEnd: fc.boolean(),
  })
  .map(({ bom, header, rows, lineEnd, lastLineEnd }) => {
    const lines = [header, ...rows].map((row) => row.join(',')).join(lineEnd);
    return new TextEncoder().encode(`${bom ? '\uFEFF' : ''}${lines}${lastLineEnd ? lineEnd : ''}`);
  });

/** Sizes of chunks to cut bytes into, in turn. */
export const chunkSizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

export const longChunkSizes = fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 1, maxLength: 3 });

/** Cuts bytes into chunks, each in a place of its own in memory, aligned or not. */
export function* chunksOf(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    const place = new Uint8Array(size + 8).subarray(turn % 4);
    const chunk = bytes.subarray(at, at + size);
    place.set(chunk);
    yield place.subarray(0, chunk.length);
    at += size;
  }
}
