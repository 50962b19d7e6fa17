import { redirectFailure } from '../src/index.ts';

test.each([
  ['https://sso.example/', 'a redirect to https://sso.example/'],
  [undefined, 'a redirect to nowhere'],
])('a redirect to %s is an answer of another kind', (location, vendorMessage) =>
  expect(redirectFailure(location, 'the base URL')).toEqual({
    code: 'unexpected-answer',
    vendorMessage,
    remedy: 'Check the base URL: redirects are not followed, so give the address that it leads to.',
  }),
);
