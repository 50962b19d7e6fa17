import fc from 'fast-check';
import { code, escape, escapeAttribute, escapeSentence } from '../../src/summary/escape.ts';

test.each([
  ['a | b', 'a &#124; b'],
  ['<img src=x onerror=alert(1)>', '&#60;img src=x onerror=alert(1)&#62;'],
  ['[x](javascript:alert(1))', '&#91;x&#93;(javascript:alert(1))'],
  ['![x](http://y)', '!&#91;x&#93;(http&#58;//y)'],
  ['https://evil.example', 'https&#58;//evil.example'],
  ['www.evil.example', 'www&#46;evil.example'],
  ['me@evil.example', 'me&#64;evil.example'],
  ['`code` *b* ~~s~~ $m$ #1', '&#96;code&#96; &#42;b&#42; &#126;&#126;s&#126;&#126; &#36;m&#36; &#35;1'],
  ['_em_ job_finished', '&#95;em&#95; job_finished'],
  [':tada: at 10:37:53', '&#58;tada: at 10:37:53'],
  ['a\nb\r\n\u2028c', 'a b c'],
  ['&lt;b&gt;', '&#38;lt;b&#38;gt;'],
  ['0f5a2c7e-31b4.csv (売上)', '0f5a2c7e-31b4.csv (売上)'],
])('%j becomes %j', (text, escaped) => {
  expect(escape(text)).toBe(escaped);
});

test('a value of an attribute stays in its quotes', () => {
  expect(escapeAttribute('x" onclick="y')).toBe('x&#34; onclick=&#34;y');
});

test.each([
  ['0f5a2c7e:31b4_x@y <b> &amp; *', '`0f5a2c7e:31b4_x@y <b> &amp; *`'],
  ['https://vendor.example/a', '`https://vendor.example/a`'],
  ['a\n\u200bb', '`a b`'],
  ['a|b', '<code>a&#124;b</code>'],
  ['a\\', '<code>a&#92;</code>'],
  ['`<img>`', '<code>&#96;&#60;img&#62;&#96;</code>'],
  [' \n', ''],
])('%j as code is %j', (text, shown) => {
  expect(code(text)).toBe(shown);
});

test('nothing ends code, or the cell of a table that it stands in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(code(text)).toMatch(/^(?:|`[^`|\\\r\n]+`|<code>[^`|\\<>\r\n]+<\/code>)$/);
    }),
  );
  const hostile = fc.string({ unit: fc.constantFrom(...'`|\\<>*_&a:/ \n') });
  fc.assert(
    fc.property(hostile, (text) => {
      expect(code(text)).toMatch(/^(?:|`[^`|\\\r\n]+`|<code>[^`|\\<>\r\n]+<\/code>)$/);
    }),
  );
});

test('a sentence of ours shows names of inputs as code, and nothing else', () => {
  expect(escapeSentence('Set `on-cancel`, not `<b>` or `A`.')).toBe(
    'Set `on-cancel`, not &#96;&#60;b&#62;&#96; or &#96;A&#96;.',
  );
});
