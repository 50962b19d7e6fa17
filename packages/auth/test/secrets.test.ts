import { expectNoSecrets } from '@modelferry/testkit';
import fc from 'fast-check';
import { createSecrets } from '../src/index.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

const forms: [string, (secret: string) => string][] = [
  ['as it is', (secret) => `key=${secret};`],
  ['URL-encoded', (secret) => `?key=${encodeURIComponent(secret)}&x=1`],
  [
    'URL-encoded in lower case',
    (secret) => encodeURIComponent(secret).replace(/%../g, (c) => c.toLowerCase()),
  ],
  ['in a form', (secret) => new URLSearchParams({ key: secret }).toString()],
  ['in JSON', (secret) => JSON.stringify({ key: secret })],
  ['in base64', base64],
  ['in base64 without padding', (secret) => base64(secret).replace(/=+$/, '')],
  ['in base64url', (secret) => Buffer.from(secret).toString('base64url')],
  ['in the base64 of a header', (secret) => `Basic ${base64(`someone:${secret}`)}`],
  ['in the base64 of JSON', (secret) => base64(`{"k":"${secret}","x":1}`)],
];

describe.each(forms)('a secret that stands %s', (_, write) => {
  test.each(['sk-0123456789abcdef', 'p@ss/word+"ü" 42', '売上の鍵-売上の鍵', 'a\nb\\c\td"e'])(
    'is hidden: %j',
    (secret) => {
      const secrets = createSecrets();
      secrets.add(secret);
      const hidden = secrets.redact(`before ${write(secret)} after`);
      expect(hidden).toMatch(/^before .*\*\*\*.* after$/s);
      expectNoSecrets(hidden, [secret]);
    },
  );
});

test('a secret of 4 or 5 characters is hidden where it stands alone; inside base64 it could be anything', () => {
  const secrets = createSecrets();
  secrets.add('k-9?');
  expect(secrets.redact(`k-9? k-9%3F ${base64('k-9?')}`)).toBe('*** *** ***');
});

test('no secret survives in any text, in any form, beside any other', () => {
  const secret = fc
    .string({ unit: 'grapheme', minLength: 6, maxLength: 40 })
    .filter((text) => text.trim().length >= 6);
  fc.assert(
    fc.property(
      fc.array(secret, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(fc.nat(2), fc.nat(forms.length - 1), fc.string({ maxLength: 8 })), { maxLength: 6 }),
      (values, pieces) => {
        const secrets = createSecrets();
        for (const value of values) secrets.add(value);
        const text = pieces
          .map(([which, form, between]) => between + forms[form]?.[1](values[which % values.length] ?? ''))
          .join('');
        const hidden = secrets.redact(text);
        expectNoSecrets(hidden, values);
        expect(secrets.redact(hidden)).toBe(hidden);
      },
    ),
    { numRuns: 500 },
  );
});

test('ordinary text is left alone', () => {
  const secrets = createSecrets();
  secrets.add('sk-0123456789abcdef');
  const text = 'Could not read the job: the server answered 403, "not yours".';
  expect(secrets.redact(text)).toBe(text);
});

test.each(['', 'a', 'key'])('a text of less than 4 characters is no secret: %j', (short) => {
  const secrets = createSecrets();
  secrets.add(short);
  expect(secrets.all()).toEqual([]);
  expect(secrets.redact('a key to a monkey')).toBe('a key to a monkey');
});

test('all names every form, for a host that masks by itself', () => {
  const secrets = createSecrets();
  secrets.add('p@ss word');
  expect(secrets.all()).toEqual(expect.arrayContaining(['p@ss word', 'p%40ss%20word', base64('p@ss word')]));
  expect(secrets.all().every((form) => form.length >= 4)).toBe(true);
});

describe('a presigned URL', () => {
  const signature = 'f00dBABE+/f00dBABE+/';
  const query = `X-Amz-Date=20270115T080000Z&X-Amz-Expires=900&X-Amz-Signature=${encodeURIComponent(signature)}`;
  const url = `https://storage.example/sales.csv?${query}#top`;

  test.each([
    ['whole', `sent to ${url}`],
    ['as its query', `query: ${query}`],
    ['as its signature', `SignatureDoesNotMatch: ${signature}`],
    ['as its encoded signature', encodeURIComponent(signature)],
    ['in JSON', JSON.stringify({ url, signature })],
  ])('is hidden where it stands %s', (_, text) => {
    const secrets = createSecrets();
    secrets.addUrl(url);
    expectNoSecrets(secrets.redact(text), [signature]);
  });

  test('hides no short and ordinary values of it, save in the query itself', () => {
    const secrets = createSecrets();
    secrets.addUrl('https://storage.example/?file=sales.csv&sig=abc');
    const text = 'sales.csv of storage.example';
    expect(secrets.redact(text)).toBe(text);
    expect(secrets.redact('denied: file=sales.csv&sig=abc')).toBe('denied: ***');
  });

  test('is hidden to its end, also after a second question mark', () => {
    const secrets = createSecrets();
    secrets.addUrl(`https://x.example/?a=b?c&sig=${'s'.repeat(20)}`);
    expect(secrets.redact(`sig=${'s'.repeat(20)}`)).toBe('sig=***');
  });

  test.each([
    'https://x.example/a',
    'https://x.example/a?',
    'https://x.example/a?#b',
    '',
    'no URL',
    'x?%zz=%',
  ])('may be none: %j', (text) => {
    const secrets = createSecrets();
    secrets.addUrl(text);
    expect(secrets.redact('x.example/a is fine')).toBe('x.example/a is fine');
  });
});

test('hides the query and user info of a URL that nobody has added', () => {
  expect(createSecrets().redact('at https://me:pass@storage.example/x?sig=1 and on')).toBe(
    'at https://***@storage.example/x?*** and on',
  );
});
