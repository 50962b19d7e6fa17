import { baseUrlOf, serviceUrlOf } from '../src/client/addresses.ts';

test.each([
  [undefined, 'https://api.abeja.io'],
  ['https://api.abeja.io/', 'https://api.abeja.io'],
  ['http://localhost:8080/abeja/', 'http://localhost:8080/abeja'],
])('%j is the base URL %s', (given, url) => expect(baseUrlOf(given)).toBe(url));

test.each(['', 'api.abeja.io', 'https://user:token@api.abeja.io', 'https://api.abeja.io?x=1'])(
  '%j is no base URL',
  (given) => expect(() => baseUrlOf(given)).toThrow('baseUrl: must'),
);

test.each([
  ['https://api.abeja.io', '1200123565071', 'https://1200123565071.api.abeja.io'],
  ['http://localhost:8080', 'acme', 'http://acme.localhost:8080'],
  ['https://gateway.example/abeja', 'acme', 'https://acme.gateway.example'],
])('services of %s answer at a host of the organization', (base, organization, url) =>
  expect(serviceUrlOf(undefined, base, organization)).toBe(url),
);

test('another address of services is taken as it is given', () =>
  expect(serviceUrlOf(' http://127.0.0.1:1/ ', 'https://api.abeja.io', 'a b')).toBe('http://127.0.0.1:1'));

test.each([
  ['http://127.0.0.1:8080', 'acme'],
  ['https://api.abeja.io', 'evil.example/'],
  ['https://api.abeja.io', 'me@evil.example#'],
  ['https://api.abeja.io', 'evil.example'],
  ['https://api.abeja.io', '-'],
  ['https://api.abeja.io', '解約'],
])('no host can be named after %s and %s', (base, organization) =>
  expect(() => serviceUrlOf(undefined, base, organization)).toThrow('serviceBaseUrl: is not known'),
);
