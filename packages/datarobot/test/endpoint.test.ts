import fc from 'fast-check';
import { normalEndpoint } from '../src/index.ts';

test.each([
  ['https://app.datarobot.com', 'https://app.datarobot.com/api/v2'],
  ['https://app.datarobot.com/', 'https://app.datarobot.com/api/v2'],
  ['https://app.datarobot.com/api/v2', 'https://app.datarobot.com/api/v2'],
  [' https://app.datarobot.com/api/v2// \n', 'https://app.datarobot.com/api/v2'],
  ['HTTPS://App.EU.DataRobot.com:443/api/v2/', 'https://app.eu.datarobot.com/api/v2'],
  ['http://localhost:8080/dr', 'http://localhost:8080/dr/api/v2'],
  ['https://gateway.example/dr/api/v2', 'https://gateway.example/dr/api/v2'],
])('%j becomes %s', (given, normal) => {
  expect(normalEndpoint(given)).toBe(normal);
});

test.each([
  ['', 'must be a URL'],
  ['app.datarobot.com', 'must be a URL'],
  ['ftp://app.datarobot.com', 'must be a URL'],
  ['https://', 'must be a URL'],
  ['https://user:pass@app.datarobot.com', 'no user name'],
  ['https://app.datarobot.com/api/v2?x=1', 'must end with its path'],
  ['https://app.datarobot.com/#top', 'must end with its path'],
])('%j is refused: %s', (given, problem) => {
  expect(() => normalEndpoint(given)).toThrow(problem);
});

const host = fc.domain();
const folders = fc.array(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), { maxLength: 3 });

test('all forms of one root are the same, and the normal form stays as it is', () => {
  fc.assert(
    fc.property(host, folders, fc.constantFrom('', '/', '/api/v2', '/api/v2/', '//'), (name, path, end) => {
      const root = ['https:/', name, ...path].join('/');
      const normal = normalEndpoint(`${root}${end}`);
      expect(normal).toBe(normalEndpoint(root));
      expect(normalEndpoint(normal)).toBe(normal);
      expect(normal).toMatch(/[^/]\/api\/v2$/);
    }),
  );
});
