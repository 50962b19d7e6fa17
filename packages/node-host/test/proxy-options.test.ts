import { proxyFromEnvironment } from '../src/index.ts';

test.each([
  ['nothing', {}, undefined],
  ['only what is asked directly', { no_proxy: '*' }, undefined],
  ['one for each scheme', { http_proxy: 'a', https_proxy: 'b' }, { http: 'a', https: 'b' }],
  ['capitals', { HTTP_PROXY: 'a', HTTPS_PROXY: 'b', NO_PROXY: 'c' }, { http: 'a', https: 'b', except: 'c' }],
  [
    'lower case before capitals',
    { http_proxy: 'a', HTTP_PROXY: 'A', no_proxy: 'c', NO_PROXY: 'C' },
    { http: 'a', except: 'c' },
  ],
  ['an empty one as not set', { https_proxy: ' ', HTTPS_PROXY: 'B', http_proxy: '' }, { https: 'B' }],
  ['one for all', { ALL_PROXY: 'all', https_proxy: 'b' }, { http: 'all', https: 'b' }],
  ['no proxy for https in the one for http', { HTTP_PROXY: 'a' }, { http: 'a' }],
])('reads %s', (_, env: Record<string, string>, proxies) => {
  expect(proxyFromEnvironment(env)).toEqual(proxies);
});
