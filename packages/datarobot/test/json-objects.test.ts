import fc from 'fast-check';
import { JsonObjects, type JsonForm } from '../src/real-time/file/json-objects.ts';

const objects = fc.array(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), { minLength: 1 });

function read(form: JsonForm, text: string, cuts: readonly number[]) {
  const bytes = new TextEncoder().encode(text);
  const reader = new JsonObjects(form);
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let from = 0;
  const found = ends.flatMap((end) => {
    const pieces = [...reader.feed(bytes.subarray(from, end))];
    from = end;
    return pieces;
  });
  expect(reader.isWhole).toBe(true);
  for (const { bytes: own, start } of found) {
    expect(bytes.subarray(start, start + own.length)).toEqual(own);
  }
  return found.map(({ bytes: own }) => JSON.parse(new TextDecoder().decode(own)) as unknown);
}

test('objects are told apart wherever the bytes are cut', () => {
  fc.assert(
    fc.property(objects, fc.array(fc.nat()), fc.constantFrom(0, 2), (given, cuts, indent) => {
      const plain = given.map((one) => JSON.stringify(one));
      const expected = plain.map((text) => JSON.parse(text) as unknown);
      expect(read('list', JSON.stringify(given, undefined, indent), cuts)).toEqual(expected);
      expect(read('lines', plain.join('\n'), cuts)).toEqual(expected);
    }),
  );
});

test.each(['[{},]', '[{}{}]', '[{}] x', '[{},,{}]', '[1]', '{"a":1}'])('no list: %s', (text) => {
  expect(() => [...new JsonObjects('list').feed(new TextEncoder().encode(text))]).toThrow(
    'no object at byte',
  );
});
