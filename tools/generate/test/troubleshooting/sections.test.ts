import { errorCodes, errorGuide } from '@modelferry/http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources } from '../../src/troubleshooting/sources.ts';
import { saidErrors } from '../../src/troubleshooting/said-errors.ts';
import { sections } from '../../src/troubleshooting/sections.ts';

const root = join(__dirname, '../../../..');
const page = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8');

test.each(errorCodes)('%s has its words, its line in the table and its section', (code) => {
  const { meaning, next } = errorGuide[code];
  expect([meaning, next].filter((words) => !/^[A-Z].{10,}[.]$/.test(words))).toEqual([]);
  expect(page).toContain(`\n### ${code}\n\n${meaning} ${next}\n`);
  expect(page).toContain(`[\`${code}\`](#${code}) | ${meaning} | ${next} |`);
});

test('a kind of failure that nothing raises is not told of', () => {
  const raised = new Set(saidErrors(readSources(root)).map(({ code }) => code));
  expect(errorCodes.filter((code) => !raised.has(code))).toEqual([]);
});

test('the texts that the vendor documents lead to what they mean', () => {
  expect(page).toMatch(/^- `Not_found_credential`\\\n {2}Check the key/m);
});

test('a text stands once, with each remedy that is given for it, and by where it is met', () => {
  const path = 'packages/datarobot/src/a.ts';
  const text = 'It is `gone`.';
  const said = [
    { code: 'conflict', text, remedies: ['Wait.'], path },
    { code: 'conflict', text, remedies: ['Wait.', 'Set a_b.'], path },
    { code: 'conflict', text: 'A', remedies: [], path: 'packages/upload/src/b.ts' },
  ] as const;
  expect(sections(said)).toContain(
    [
      '#### Wherever it runs',
      '- `A`',
      '#### DataRobot',
      '- `` It is `gone`. ``\\\n  Wait.\\\n  Set a\\_b.',
      '### too-large',
    ].join('\n\n'),
  );
});
