import fc from 'fast-check';
import { quoteVendorText, redactSecrets, redactUrls } from '../src/index.ts';

describe('redactUrls', () => {
  test.each([
    ['https://x.example/a?sig=S3CRET&x=1', 'https://x.example/a?***'],
    ['see (https://x.example/a?sig=S3CRET) now', 'see (https://x.example/a?*** now'],
    ['"url":"https:\\/\\/x.example\\/a?sig=S3CRET"', '"url":"https:\\/\\/x.example\\/a?***"'],
    ['prefixhttps://x.example/?S3CRET', 'prefixhttps://x.example/?***'],
    ["https://x.example/o'brien?a='S3CRET'", "https://x.example/o'brien?***"],
    ['HTTPS://X.EXAMPLE/?S3CRET', 'HTTPS://X.EXAMPLE/?***'],
    ['https://user:S3CRET@x.example/', 'https://***@x.example/'],
    ['https://user:S3@CRET@x.example/', 'https://***@x.example/'],
    ['https://x.example/a?u=https://y.example/?S3CRET', 'https://x.example/a?***'],
    ['https://x.example/#/a?S3CRET', 'https://x.example/#/a?***'],
    [`https://x.example/${'a'.repeat(9_000)}?S3CRET`, `https://x.example/${'a'.repeat(9_000)}?***`],
    ['<a href="https://x.example/?S3CRET">', '<a href="https://x.example/?***">'],
  ])('hides the secret of %j', (text, expected) => {
    expect(redactUrls(text)).toBe(expected);
  });

  test.each(['https://x.example/a#b', 'what? and https://x.example/a', 'me@x.example', 'a ? b : c'])(
    'leaves %j as it is',
    (text) => {
      expect(redactUrls(text)).toBe(text);
    },
  );

  test('takes no long time over a hostile text', () => {
    const startedAt = performance.now();
    redactUrls('http://'.repeat(10_000));
    redactUrls(`http://${'a'.repeat(64 * 1024)}`);
    redactUrls('http://a@'.repeat(10_000));
    expect(performance.now() - startedAt).toBeLessThan(100);
  });
});

/** Few letters, so that secrets meet, overlap and contain each other. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', '*', '.'), minLength: 1, maxLength: 6 });
const secret = fc.string({ unit: fc.constantFrom('a', 'b', '*', '.'), minLength: 4, maxLength: 8 });

describe('redactSecrets', () => {
  test('leaves none of several secrets standing, however they are embedded', () => {
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 4 }),
        fc.array(fc.oneof(word, fc.nat(3)), { maxLength: 12 }),
        (secrets, pieces) => {
          const text = pieces.map((piece) =>
            typeof piece === 'number' ? secrets[piece % secrets.length] : piece,
          );
          const hidden = redactSecrets(text.join(''), secrets);
          for (const each of secrets) expect(hidden.includes(each)).toBe(false);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('does nothing more the second time', () => {
    fc.assert(
      fc.property(fc.array(secret, { maxLength: 4 }), fc.array(word, { maxLength: 12 }), (secrets, words) => {
        const hidden = redactSecrets(words.join(''), secrets);
        expect(redactSecrets(hidden, secrets)).toBe(hidden);
      }),
      { numRuns: 2_000 },
    );
  });

  test('hides overlapping secrets whole, and leaves the text around them', () => {
    expect(redactSecrets('say abcdXefgh!', ['abcdX', 'Xefgh'])).toBe('say ***!');
    expect(redactSecrets('say abcabcab!', ['abcab'])).toBe('say ***!');
    expect(redactSecrets('say abcdef!', ['bcd', 'abcdef'])).toBe('say ***!');
  });

  test('ends for secrets made of the mask, and ignores the empty one', () => {
    expect(redactSecrets('a*b**c***d****e', ['', '*', '***', '****'])).toBe('a*b**c***d***e');
  });
});

describe('quoteVendorText', () => {
  const asIs = (text: string) => text;

  test('makes one line of it', () => {
    expect(quoteVendorText('  a\r\n\tb\u2028c\u0000d ', asIs)).toBe('a b c d');
  });

  test('cuts after it has redacted, so that no half of a secret stands at the end', () => {
    fc.assert(
      fc.property(fc.nat(40), (before) => {
        const redact = (text: string) => redactSecrets(text, ['sk-0123456789']);
        const shown = quoteVendorText(`${'x'.repeat(before)}sk-0123456789`, redact, 20);
        expect(shown).not.toContain('sk-');
        expect(shown.length).toBeLessThanOrEqual(23);
      }),
    );
  });
});
