import { rootUrl } from '../src/index.ts';

const words = {
  field: 'baseUrl',
  example: 'https://api.example',
  credentialRemedy: 'Give the token as the token.',
};

test.each([
  [' https://API.example:443/v1// \n', 'https://api.example/v1'],
  ['http://localhost:8080/', 'http://localhost:8080'],
])('%j becomes %s', (given, root) => expect(rootUrl(given, words)).toBe(root));

test.each([
  ['api.example', 'baseUrl: must be a URL', 'Give, e.g., https://api.example.'],
  ['https://me:it@api.example', 'baseUrl: must have no user name', 'Give the token as the token.'],
  ['https://api.example?x=1', 'baseUrl: must end with its path', 'Leave out everything from "?" or "#" on.'],
])('%j is refused: %s', (given, problem, remedy) => {
  expect(() => rootUrl(given, words)).toThrow(expect.objectContaining({ remedy }));
  expect(() => rootUrl(given, words)).toThrow(problem);
});
