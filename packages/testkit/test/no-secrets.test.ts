import { expectNoSecrets } from '../src/no-secrets.ts';

const secret = 'p@ss/word+"ü" 42';
const base64 = (text: string) => Buffer.from(text).toString('base64');

const hidingPlaces: [string, unknown][] = [
  ['a text', `before ${secret} after`],
  ['a URL', `https://x.example/?key=${encodeURIComponent(secret)}`],
  ['a form', new URLSearchParams({ key: secret }).toString()],
  ['JSON', JSON.stringify({ key: secret })],
  ['base64', base64(secret)],
  ['base64 after one byte', base64(`x${secret}y`)],
  ['base64 after two bytes', base64(`xy${secret}`)],
  ['basic authorization', `Basic ${base64(`user:${secret}`)}`],
  ['base64url', Buffer.from(`ab${secret}`).toString('base64url')],
  ['a nested object', { a: [{ b: { [secret]: 1 } }] }],
  ['a cause', new Error('outer', { cause: new Error('inner', { cause: { secret } }) })],
  ['a message, and so the stack', new Error(secret)],
  ['a hidden property', Object.defineProperty({}, 'hidden', { value: secret, enumerable: false })],
  ['a symbol', { [Symbol('key')]: secret }],
  ['headers', new Headers({ 'x-key': encodeURIComponent(secret) })],
  ['a map', new Map([['key', new Set([secret])]])],
  ['bytes', { body: new TextEncoder().encode(secret) }],
  ['a URL object', new URL(`https://x.example/?key=${encodeURIComponent(secret)}`)],
  ['toJSON', { toJSON: () => ({ secret }) }],
];

test.each(hidingPlaces)('finds a secret in %s, and does not repeat it', (_, value) => {
  const find = () => expectNoSecrets([value], ['other secret', secret]);
  expect(find).toThrow('Secret 2 stands');
  expect(find).not.toThrow(secret);
});

test('finds nothing where there is nothing, also in a circle', () => {
  const circle: Record<string, unknown> = { text: 'harmless', error: new Error('p@ss/word') };
  circle['self'] = circle;
  expectNoSecrets(circle, [secret]);
});

test('does not look for nothing', () => {
  expect(() => expectNoSecrets('text', [])).toThrow('Name the secrets');
  expect(() => expectNoSecrets('text', [''])).toThrow('Name the secrets');
});
