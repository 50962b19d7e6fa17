import fc from 'fast-check';
import { buildUrl, isInputError, pathSegment, type Query } from '../src/index.ts';

test.each([
  ['https://x.example/v1', '/a', {}, 'https://x.example/v1/a'],
  ['https://x.example/v1/', 'a', {}, 'https://x.example/v1/a'],
  ['https://x.example//', '//a//b', {}, 'https://x.example/a//b'],
  [' https://x.example ', 'a', {}, 'https://x.example/a'],
  ['https://x.example', 'a', { q: 'a b+c&d' }, 'https://x.example/a?q=a%20b%2Bc%26d'],
  ['https://x.example', 'a', { filename: '売上.csv' }, 'https://x.example/a?filename=%E5%A3%B2%E4%B8%8A.csv'],
  ['https://x.example', 'a?b=1', { c: [1, 2].map(String) }, 'https://x.example/a?b=1&c=1&c=2'],
  ['https://x.example', 'a', { no: undefined, yes: false, zero: 0 }, 'https://x.example/a?yes=false&zero=0'],
  ['https://x.example', 'https://y.example/b?sig=%2B#top', {}, 'https://y.example/b?sig=%2B'],
  ['https://x.example', 'https://y.example/b#top', { c: 1 }, 'https://y.example/b?c=1'],
  [undefined, 'HTTP://y.example/b', {}, 'HTTP://y.example/b'],
] as [string | undefined, string, Query, string][])(
  'joins %j and %j with %j',
  (base, path, query, expected) => {
    expect(buildUrl(base, path, query)).toBe(expected);
  },
);

test.each([
  [undefined, '/a'],
  ['', '/a'],
  ['x.example', '/a'],
  ['ftp://x.example', '/a'],
  ['file:///etc', 'passwd'],
  ['https://', ''],
  ['https://x.example?tenant=1', '/a'],
  ['javascript:alert(1)//', ''],
])('refuses %j with %j, naming the field', (base, path) => {
  const build = () => buildUrl(base, path);
  expect(build).toThrow('baseUrl: must');
  try {
    build();
  } catch (error) {
    expect(isInputError(error)).toBe(true);
  }
});

test('any query can be read back as it was', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (pairs) => {
      const query = Object.fromEntries(pairs);
      const url = new URL(buildUrl('https://x.example', '/a', query));
      expect(Object.fromEntries(url.searchParams)).toEqual(query);
      expect(url.search).not.toContain('+');
    }),
  );
});

test('any ID stays one segment, and names itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
      if (id === '.' || id === '..') return;
      const url = new URL(buildUrl('https://x.example/v1', `/models/${pathSegment(id)}/delete`));
      const segments = url.pathname.split('/');
      expect(segments).toHaveLength(5);
      expect(decodeURIComponent(segments[3] ?? '')).toBe(id);
      expect(url.search + url.hash).toBe('');
    }),
  );
});

test.each([
  ['a/b', 'a%2Fb'],
  ['../secret', '..%2Fsecret'],
  ['...', '...'],
  [42, '42'],
  ['half \ud83d pair', 'half%20%EF%BF%BD%20pair'],
])('writes the segment %j', (id, expected) => {
  expect(pathSegment(id)).toBe(expected);
});

test.each(['', '.', '..'])('refuses the ID %j, which would name something else', (id) => {
  expect(() => pathSegment(id)).toThrow('id: ');
});
