import { betweenMarkers } from '../src/between-markers.ts';

const start = '<!-- part: made by npm run generate -->';
const end = '<!-- /part -->';

test('only what stands between the markers is made anew', () => {
  expect(betweenMarkers('README.md', `a\n\n${start}\nold\n${end}\n\nb\n`, 'part', 'new')).toBe(
    `a\n\n${start}\n\nnew\n\n${end}\n\nb\n`,
  );
  expect(betweenMarkers('README.md', `${start}\nold\n${end}`, 'part', '')).toBe(`${start}\n\n${end}`);
});

test.each([start, end, `${end}\n${start}`])('%j lacks a marker', (text) => {
  expect(() => betweenMarkers('README.md', text, 'part', 'new')).toThrow('README.md needs the markers');
});
