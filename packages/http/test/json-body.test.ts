import { jsonBody } from '../src/index.ts';

test('a value is sent as its JSON, in UTF-8, without what is undefined', () => {
  const body = jsonBody({ name: '売上', missing: undefined, none: null });
  expect(body).toEqual({ kind: 'bytes', bytes: new TextEncoder().encode('{"name":"売上","none":null}') });
});
