import fc from 'fast-check';
import { reRoot } from '../src/client/re-root.ts';

const endpoint = 'https://dr.example:8443/api/v2';

test.each([
  ['https://other.example/api/v2/batchPredictions/1/', '/api/v2/batchPredictions/1/'],
  ['https://other.example/api/v2/batchPredictions/1', '/api/v2/batchPredictions/1/'],
  ['/api/v2/batchPredictions/1/download?a=b', '/api/v2/batchPredictions/1/download/?a=b'],
  ['batchPredictions/1', '/api/v2/batchPredictions/1/'],
  ['//evil.example/api/v2/x', '/api/v2/x/'],
  ['https://user:pass@evil.example:9/x#y', '/x/'],
])('%s keeps path and query, and nothing else', (link, rest) => {
  expect(reRoot(endpoint, link)).toBe(`https://dr.example:8443${rest}`);
});

test.each([['', ' ', 'javascript:alert(1)', 'data:text/csv,a', 'ftp://dr.example/x', 'https://[broken']])(
  '%j is no link',
  (...links) => {
    for (const link of links) expect([link, reRoot(endpoint, link)]).toEqual([link, undefined]);
  },
);

test('whatever a link says, it leads to the configured origin, where the token may go', () => {
  const links = fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string(), fc.webPath());
  fc.assert(
    fc.property(links, (link) => {
      const rooted = reRoot(endpoint, link);
      if (rooted === undefined) return;
      const { origin, pathname, username, hash } = new URL(rooted);
      expect({ origin, username, hash }).toEqual({
        origin: 'https://dr.example:8443',
        username: '',
        hash: '',
      });
      expect(pathname).toMatch(/^\/$|^\/[^/](.*[^/])?\/$/);
    }),
  );
});

test('path and query of an ordinary link stay as they are', () => {
  const links = fc
    .webUrl({ withQueryParameters: true })
    .filter((url) => /[a-z0-9]$/i.test(new URL(url).pathname));
  fc.assert(
    fc.property(links, (link) => {
      const { pathname, search } = new URL(link);
      const trimmed = `/${pathname.replace(/^\/+/, '')}/`;
      expect(reRoot(endpoint, link)).toBe(`https://dr.example:8443${trimmed}${search}`);
    }),
  );
});
