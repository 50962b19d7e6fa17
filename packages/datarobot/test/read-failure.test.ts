import { apiErrorFrom, type ApiError } from '@modelferry/http';
import { readFailure } from '../src/client/read-failure.ts';

const errorOf = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): ApiError => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = { status, headers, text };
  return apiErrorFrom('do it', answer, readFailure(answer), (one) => one, 0);
};

test.each([
  ['a plain message', { message: 'Bad request' }, 'Bad request'],
  [
    'a message that is an object',
    { message: { deploymentId: 'is required', csvSettings: { delimiter: ['too long', 'twice'] } } },
    'deploymentId: is required; csvSettings: delimiter: too long; twice',
  ],
  ['a list of errors', { message: 'Invalid', errors: ['one', { b: 2 }] }, 'Invalid; one; b: 2'],
  ['the same words twice', { message: 'Invalid', errors: 'Invalid' }, 'Invalid'],
  ['no message at all', { detail: 'so it is' }, 'detail: so it is'],
  [
    'a page',
    '<html><style>p{}</style><body><h1>Bad&nbsp;Gateway</h1>\u0007<p>nginx</p></body>',
    /Bad&nbsp;Gateway nginx/,
  ],
  ['text beyond ASCII', 'デプロイメントがありません', 'デプロイメントがありません'],
  ['JSON that is no object', '["x"]', '["x"]'],
  ['too much text', 'x'.repeat(2_000), /^x{500}\.\.\.$/],
])('%s', (_, body, said) => {
  const { vendorMessage, message } = errorOf(422, body);
  if (typeof said === 'string') expect(vendorMessage).toBe(said);
  else expect(vendorMessage).toMatch(said);
  expect(message).toContain('Could not do it: the server answered 422');
});

test('an empty body is said to be one', () => {
  expect(errorOf(422, '').message).toBe('Could not do it: the server answered 422 with an empty body.');
});

test('the name of an error comes along', () => {
  expect(errorOf(409, { message: 'Already there', errorName: 'JobAlreadyAdded' }).vendorCode).toBe(
    'JobAlreadyAdded',
  );
});

test.each([
  [400, 'rejected', false],
  [401, 'unauthorized', false],
  [403, 'forbidden', false],
  [404, 'not-found', false],
  [405, 'rejected', false],
  [406, 'rejected', false],
  [408, 'timeout', true],
  [409, 'conflict', false],
  [410, 'not-found', false],
  [411, 'rejected', false],
  [413, 'too-large', false],
  [415, 'rejected', false],
  [422, 'rejected', false],
  [429, 'rate-limited', true],
  [500, 'server-error', false],
  [502, 'server-error', true],
  [503, 'server-error', true],
  [504, 'server-error', true],
  [513, 'server-error', false],
  [570, 'server-error', true],
])('%i is %s, and sent again: %s', (status, code, retryable) => {
  expect(errorOf(status, { message: 'm' })).toMatchObject({ code, retryable });
});

test('413 is sent again only when the server says when', () => {
  expect(errorOf(413, {}, { 'retry-after': '3' })).toMatchObject({ retryable: true, retryAfterMs: 3_000 });
});

test('an old server says 403 to a wrong key', () => {
  expect(errorOf(403, { status: 'API token not valid', code: 403 })).toMatchObject({
    code: 'unauthorized',
    vendorMessage: expect.stringContaining('API token not valid'),
    remedy: expect.stringContaining('Check the API key'),
  });
});

test('a redirect is an error that names its target, without its query', () => {
  const error = errorOf(301, '', { location: 'https://elsewhere.example/api?signature=abc' });
  expect(error).toMatchObject({ code: 'unexpected-answer', retryable: false });
  expect(error.message).toContain('https://elsewhere.example/api?***');
});

test('an answer that is no failure has none', () => {
  expect(readFailure({ status: 202, headers: {}, text: '{"message":"queued"}' })).toBeUndefined();
});
