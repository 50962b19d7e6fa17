import { figureText } from '../../src/limits/own-limits-table.ts';

test.each([
  ['maxHeaderBytes', 4 * 1024 ** 2, '4 MiB'],
  ['nameBytes', 255, '255 bytes'],
  ['maxBytes', 1_536, '1,536 bytes'],
  ['lookForMs', 120_000, '2 m'],
  ['maxRows', 10_000, '10,000'],
])('%s of %d is %s', (name, figure, text) => {
  expect(figureText(name, figure)).toBe(text);
});
