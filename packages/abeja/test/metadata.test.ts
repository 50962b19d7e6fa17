import fc from 'fast-check';
import { metadataOf, metadataOnWire } from '../src/client/data/metadata.ts';

const key = fc.stringMatching(/^[a-z0-9 ()日é_.%-]{1,12}$/);

test('whatever is sent comes back as it was, and headers hold it', () => {
  fc.assert(
    fc.property(
      fc.dictionary(key, fc.string({ unit: 'grapheme' }), { noNullPrototype: true }),
      (metadata) => {
        const wire = metadataOnWire(metadata);
        for (const [name, value] of Object.entries(wire)) {
          expect(name).toMatch(/^x-abeja-meta-[!#$%&'*+.^_`|~0-9a-z-]+$/);
          expect(value).toMatch(/^[\x21-\x7e]*$/);
        }
        expect(metadataOf(wire)).toEqual(metadata);
      },
    ),
  );
});

test('what is not encoded as it should be stays as it is', () =>
  expect(metadataOf({ 'X-Abeja-Meta-Share': '100%', other: 7 })).toEqual({ Share: '100%', other: '7' }));

test('half a pair of letters is sent as a sign that says so', () =>
  expect(metadataOnWire({ name: 'a\ud800.csv' })).toEqual({ 'x-abeja-meta-name': 'a%EF%BF%BD.csv' }));
