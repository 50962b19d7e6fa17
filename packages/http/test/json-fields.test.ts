import { jsonFields } from '../src/index.ts';

test('gives the fields of an object', () => expect(jsonFields('{"error": "x"}')).toEqual({ error: 'x' }));

test.each(['', '[]', 'null', '"x"', '{"error": ', '<html></html>'])('has none for %j', (text) =>
  expect(jsonFields(text)).toBeUndefined(),
);
