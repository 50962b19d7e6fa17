import { apiErrorFrom, type ApiError } from '@modelferry/http';
import { readFailure } from '../src/client/read-failure.ts';

const errorOf = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): ApiError => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = { status, headers, text };
  return apiErrorFrom('do it', answer, readFailure(answer), (one) => one, 0);
};

test('an error as documented', () => {
  const body = {
    error: 'bad_request',
    error_description: 'parameters is insufficient or invalid',
    error_detail: { source_data: ['unknown field'] },
  };
  expect(errorOf(400, body)).toMatchObject({
    code: 'rejected',
    vendorCode: 'bad_request',
    vendorMessage: 'parameters is insufficient or invalid; source_data: unknown field',
    message:
      'Could not do it: the server answered 400, "bad_request parameters is insufficient or invalid; source_data: unknown field".',
  });
});

test.each([
  ['no description', { error: 'conflict', error_detail: ['one', { b: 2 }] }, 'one; b: 2'],
  ['a description alone', { error_description: 'no' }, 'no'],
  ['other fields', { error: 'x', message: 'so it is' }, 'message: so it is'],
  ['an error that is an object', { error: { reason: 'deep' } }, 'error: reason: deep'],
  ['nothing but a word', { error: 'not_found' }, ''],
  ['a list', ['a', 'b'], '["a","b"]'],
  ['a page', '<html><body><h1>Bad Gateway</h1>\n<p>nginx</p></body></html>', 'Bad Gateway nginx'],
  ['a text', '"no"', '"no"'],
  ['half an answer', '{"error": "bad', '{"error": "bad'],
])('an answer of another form: %s', (_, body, vendorMessage) =>
  expect(errorOf(400, body)).toMatchObject({ code: 'rejected', status: 400, vendorMessage }),
);

test('an empty body is said to be one', () =>
  expect(errorOf(422, '').message).toBe('Could not do it: the server answered 422 with an empty body.'));

test('too much text is cut', () =>
  expect(errorOf(400, 'x'.repeat(2_000)).vendorMessage).toMatch(/^x{500}\.{3}$/));

test.each([
  ['rejected', false, [400, 405, 422]],
  ['unauthorized', false, [401]],
  ['forbidden', false, [403]],
  ['not-found', false, [404, 410]],
  ['conflict', false, [409]],
  ['too-large', false, [413]],
  ['rate-limited', true, [429]],
  ['server-error', true, [500, 502, 503, 504]],
])('%s; a read is sent again: %s', (code, retryable, statuses) => {
  for (const status of statuses) expect(errorOf(status, {})).toMatchObject({ code, retryable, status });
});

test.each([
  [401, 'belong together, and to this organization'],
  [403, 'a Regular member may only look'],
  [404, 'belong to another organization'],
  [409, 'exists'],
])('%i says what to do', (status, words) => expect(errorOf(status, {}).remedy).toContain(words));

test('a redirect is no answer', () =>
  expect(errorOf(302, '', { location: 'https://sso.example/?state=1' })).toMatchObject({
    code: 'unexpected-answer',
    vendorMessage: 'a redirect to https://sso.example/?***',
    remedy: expect.stringContaining('the base URL') as string,
  }));

test('an answer that is no failure has none', () =>
  expect(readFailure({ status: 204, headers: {}, text: '' })).toBeUndefined());
