import { crc32 as reference } from 'node:zlib';
import fc from 'fast-check';
import { crc32 } from '../../src/index.ts';

test('knows the check value of the standard', () => {
  expect(crc32(new TextEncoder().encode('123456789'), 0)).toBe(0xcbf43926);
});

test('agrees with zlib, in one piece and in two', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500, size: 'max' }), fc.nat(500), (bytes, cut) => {
      const expected = reference(bytes);
      expect(crc32(bytes, 0)).toBe(expected);
      expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut), 0))).toBe(expected);
    }),
  );
});
