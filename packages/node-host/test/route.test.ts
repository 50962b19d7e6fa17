import { routeTo } from '../src/route.ts';

const asked = (proxy: string) =>
  Buffer.from(
    routeTo('http://x.example', { http: proxy }).proxy?.authorization?.replace('Basic ', '') ?? '',
    'base64',
  ).toString();

test.each([
  ['http://me:pass@p.example', 'me:pass'],
  ['me:pass@p.example:81', 'me:pass'],
  ['http://m%20e:p%40ss%2Fword%25@p.example', 'm e:p@ss/word%'],
  ['http://me:100%@p.example', 'me:100%'],
  ['http://me:a%b%40c@p.example', 'me:a%b@c'],
  ['http://me:a@b%c@p.example', 'me:a@b%c'],
  ['http://me:%E5%A3%B2é@p.example', 'me:売é'],
  ['http://me:%FF%41@p.example', 'me:%FF%41'],
  ['http://me@p.example', 'me:'],
  ['http://:pass@p.example', ':pass'],
  ['http://p.example', ''],
])('the credentials in %s are "%s"', (proxy, credentials) => {
  expect(asked(proxy)).toBe(credentials);
});

test.each([
  ['https://x.example', 'x.example', 443, 'x.example:443'],
  ['http://x.example', 'x.example', 80, 'x.example:80'],
  ['https://x.example:8443', 'x.example', 8443, 'x.example:8443'],
  ['https://[::1]:8443', '::1', 8443, '[::1]:8443'],
  ['https://[fd00::5]', 'fd00::5', 443, '[fd00::5]:443'],
])('%s is looked up as %s', (origin, hostname, port, host) => {
  expect(routeTo(origin, undefined)).toEqual({
    kind: 'direct',
    target: { hostname, port, host, isSecure: origin.startsWith('https') },
  });
});

test('each scheme has its proxy, and its way', () => {
  const proxies = { http: 'http://[::1]:3128', https: 'https://s.example', except: '[::1]' };
  expect(routeTo('http://x.example', proxies)).toMatchObject({
    kind: 'forward',
    proxy: { hostname: '::1', port: 3128, host: '[::1]:3128', isSecure: false },
  });
  expect(routeTo('https://x.example', proxies)).toMatchObject({
    kind: 'tunnel',
    proxy: { hostname: 's.example', port: 443, isSecure: true },
  });
  expect(routeTo('https://[::1]', proxies)).toMatchObject({ kind: 'direct' });
  expect(routeTo('https://x.example', { http: 'p.example' })).toMatchObject({ kind: 'direct' });
});
