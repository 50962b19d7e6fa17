import { pageWords } from '../src/index.ts';

test.each([
  ['<style>p{}</style><h1>Bad\nGateway</h1><p>nginx</p>', 'Bad Gateway nginx'],
  ['<script>alert(1)</script>\t', ''],
  ['no page', 'no page'],
])('%j says %j', (page, words) => expect(pageWords(page)).toBe(words));

test('a page of nothing but openings takes no long time', () =>
  expect(pageWords('<script '.repeat(100_000)).length).toBeLessThanOrEqual(20_000));
