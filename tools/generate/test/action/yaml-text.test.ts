import fc from 'fast-check';
import { parse } from 'yaml';
import { yamlText } from '../../src/action/yaml-text.ts';

const long = 'word '.repeat(40).trim();

test('folds what fits on no line, keeps lines, and quotes what would be read as something else', () => {
  const text = yamlText({ a: { short: 'text', long, lines: 'a\nb', yes: 'true', line: '\n' } }, 'Made.');
  expect(text.split('\n')).toEqual([
    '# Made.',
    '',
    'a:',
    '  short: text',
    '  long: >-',
    `    ${'word '.repeat(21).trim()}`,
    `    ${'word '.repeat(19).trim()}`,
    '  lines: |-',
    '    a',
    '    b',
    "  yes: 'true'",
    '  line: "\\n"',
    '',
  ]);
});

test('is read back as it was written', () => {
  const texts = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom('word', '# not', 'key: value', '- one', '\n', ' ', "'", '"', '%', '日本'), {
        maxLength: 60,
      })
      .map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(texts, fc.boolean(), (text, flag) => {
      const value = { inputs: { one: { description: text, flag }, list: [text] } };
      expect(parse(yamlText(value, 'Made.'))).toEqual(value);
    }),
    { examples: [['\n \n', false]] },
  );
});
