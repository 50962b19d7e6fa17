import { constantOf } from '../../src/limits/constant-of.ts';

const code = `
const minuteMs = 60_000;
export const maxBytes = 4 * 1024 * 1024;
const waitMs: number = (2 + 3) * minuteMs;
export const limits = { jsonMs: 30_000, other: f() };`;

test.each([
  ['maxBytes', 4_194_304],
  ['waitMs', 300_000],
  ['limits.jsonMs', 30_000],
])('%s is read from the code', (name, figure) => {
  expect(constantOf('a.ts', code, name)).toBe(figure);
});

test.each(['gone', 'limits', 'limits.other', 'limits.gone', 'maxBytes.field'])('%s is no figure', (name) => {
  expect(() => constantOf('a.ts', code, name)).toThrow(`a.ts has no figure ${name}`);
});
