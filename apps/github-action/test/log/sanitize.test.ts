import { parseCommand, registeredCommands } from '@modelferry/github-runner';
import fc from 'fast-check';
import { sanitize } from '../../src/log/sanitize.ts';

const names = [...registeredCommands];
/** Text as an attacker would write it: of the signs that matter, real command names, and all kinds of white space. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...names, '::', ':', '##[', '#', '[', ']', ' ', 'name=x', ',', '%0A', 'group', 'x'),
      fc.constantFrom('\n', '\r', '\r\n', '\t', '\v', '\f', '\u0085', '\u00a0', '\u2028', '\u2029', '\u3000'),
      fc.constantFrom(
        '\u200b',
        '\u200d',
        '\ufeff',
        '\u00ad',
        '\u034f',
        '\u202e',
        '\u2060',
        '\ufe0f',
        '\0',
        '\x1b',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

/** As the runner splits what a process writes. */
const linesOf = (text: string) => text.split(/\r\n|\n|\r/);

test('no line of anything becomes a command', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(linesOf(sanitize(text)).filter((line) => parseCommand(line) !== undefined)).toEqual([]);
    }),
    { numRuns: 5_000 },
  );
});

test('nor does one that a comparison without unseen characters would find', () => {
  const seen = (line: string) => line.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  fc.assert(
    fc.property(hostile, (text) => {
      expect(linesOf(sanitize(text)).filter((line) => parseCommand(seen(line)) !== undefined)).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['::error::x', ': :error::x'],
  ['  ::set-output name=a::b', '  : :set-output name=a::b'],
  ['text ##[add-mask]x', 'text # #[add-mask]x'],
  ['a\r::stop-commands::x', 'a\n: :stop-commands::x'],
  ['a\u2028::debug::x', 'a\n: :debug::x'],
  ['##\u200b[group]x', '# #[group]x'],
  ['\x1b[31mred', '[31mred'],
])('%j is shown as %j', (text, shown) => {
  expect(sanitize(text)).toBe(shown);
});

test('leaves ordinary text as it is', () => {
  const text = 'retraining 42: 10 % of "売上.csv"\n\tstd::vector, a::b, # [x]';
  expect(sanitize(text)).toBe(text);
});
