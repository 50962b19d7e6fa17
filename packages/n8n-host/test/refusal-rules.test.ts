import { refusalRules } from '../src/credentials/index.ts';

test('a message for each status, and one for what is no answer of the API', () => {
  expect(refusalRules({ 401: 'Refused.', 404: 'Not there.' }, 'A page.')).toEqual([
    { type: 'responseCode', properties: { value: 401, message: 'Refused.' } },
    { type: 'responseCode', properties: { value: 404, message: 'Not there.' } },
    {
      type: 'responseSuccessBody',
      properties: { key: 'constructor.name', value: 'String', message: 'A page.' },
    },
  ]);
});
