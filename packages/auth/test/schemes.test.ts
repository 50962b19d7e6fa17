import { type Authorizer } from '@modelferry/http';
import { expectNoSecrets } from '@modelferry/testkit';
import { basic, bearer, createSecrets, headerKey, token, twoHeaders, type Secrets } from '../src/index.ts';

const { signal } = new AbortController();
const key = 'sk-0123456789abcdef';

const schemes: [string, (secrets: Secrets) => Authorizer, Record<string, string>][] = [
  ['headerKey', (secrets) => headerKey('X-API-Key', key, secrets), { 'x-api-key': key }],
  ['bearer', (secrets) => bearer(key, secrets), { authorization: `Bearer ${key}` }],
  ['token', (secrets) => token(key, secrets), { authorization: `Token ${key}` }],
  [
    'basic',
    (secrets) => basic('user-1', key, secrets),
    { authorization: 'Basic dXNlci0xOnNrLTAxMjM0NTY3ODlhYmNkZWY=' },
  ],
  [
    'twoHeaders',
    (secrets) => twoHeaders(headerKey('datarobot-key', 'public', secrets), bearer(key, secrets)),
    { 'datarobot-key': 'public', authorization: `Bearer ${key}` },
  ],
];

test.each(schemes)('%s signs, and its secret is hidden from then on', async (_, make, expected) => {
  const secrets = createSecrets();
  const headers = await make(secrets).headers(signal);
  expect(headers).toEqual(expected);
  expectNoSecrets(secrets.redact(JSON.stringify(headers)), [key]);
});

test.each([headerKey.bind(undefined, 'x-api-key'), bearer, token])(
  'a pasted key loses the white space around it (%p)',
  async (make) => {
    const secrets = createSecrets();
    const headers = await make(` ${key}\r\n`, secrets).headers(signal);
    expect(Object.values(headers).join()).toMatch(new RegExp(`${key}$`));
    expect(secrets.redact(`[${key}]`)).toBe('[***]');
  },
);

test('basic encodes in UTF-8 and keeps a password as it is', async () => {
  const headers = await basic('山田', ' pä:ss ', createSecrets()).headers(signal);
  const encoded = headers['authorization']?.replace('Basic ', '') ?? '';
  expect(Buffer.from(encoded, 'base64').toString()).toBe('山田: pä:ss ');
});

test('basic hides the whole pair, also where the password alone is too short to be one', async () => {
  const secrets = createSecrets();
  const headers = await basic('user-1', 'abc', secrets).headers(signal);
  expect(secrets.redact(`${headers['authorization']}, user-1:abc`)).toBe('Basic ***, ***');
});

test('basic refuses a user with a colon: the server would read another password', () => {
  expect(() => basic('user:1', key, createSecrets())).toThrow('user: must not contain a colon');
});

test('twoHeaders renews both, and says whether either is fresh', async () => {
  const asked: string[] = [];
  const renewable = (name: string, fresh: boolean): Authorizer => ({
    headers: async () => ({}),
    renew: async () => (asked.push(name), fresh),
  });
  const fixed = headerKey('x', key, createSecrets());
  expect(await twoHeaders(renewable('a', false), renewable('b', true)).renew?.(signal)).toBe(true);
  expect(await twoHeaders(renewable('c', true), fixed).renew?.(signal)).toBe(true);
  expect(await twoHeaders(fixed, fixed).renew?.(signal)).toBe(false);
  expect(asked).toEqual(['a', 'b', 'c']);
});
