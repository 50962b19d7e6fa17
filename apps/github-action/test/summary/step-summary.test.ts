import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StepReport } from '../../src/outcome/step-report.ts';
import { afterword } from '../../src/summary/afterword.ts';
import { stepSummary } from '../../src/summary/step-summary.ts';

const report: StepReport = { outcome: 'succeeded', doing: 'Ship goods', facts: [], files: [], outputs: {} };
const options = {
  headline: 'Ship goods succeeded',
  tookMs: 61_000,
  warnings: [],
  redact: (text: string) => text.replaceAll('secret', '***'),
};

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'ferry-summary-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, text: string) {
  const location = join(folder, name);
  writeFileSync(location, text);
  return { name, contentType: 'text/csv', bytes: text.length, location };
}

test('says the outcome first, then what there is to know', async () => {
  const facts = [
    { title: 'Job ID', value: '42|<b>', exact: true },
    { title: 'Where', value: 'Open it', url: 'https://vendor.example/x?"y' },
    { title: 'Trap', value: 'x', url: 'javascript:alert(1)' },
  ];
  expect(await stepSummary({ ...report, facts }, options)).toBe(
    [
      '### ✅ Ship goods succeeded',
      '',
      '| | |',
      '| --- | --- |',
      '| Job ID | <code>42&#124;&#60;b&#62;</code> |',
      '| Where | <a href="https&#58;//vendor.example/x?&#34;y">Open it</a> |',
      '| Trap | x |',
      '| Duration | 1m 1s |',
      '',
      '',
    ].join('\n'),
  );
});

test('shows what the job told of its work between the facts and what to do next', async () => {
  const figures = [[{ stage: 'train', name: 'loss', value: 0 }]];
  const summary = await stepSummary(
    { ...report, facts: [{ title: 'Job ID', value: '42' }], figures, next: ['Go on.'] },
    options,
  );
  expect(summary).toContain(
    '| Duration | 1m 1s |\n\nWhat the job told of its work:\n\n| train.loss |\n| ---: |\n| 0 |\n\n**What to do next:**',
  );
});

test('says what went wrong and what to do next', async () => {
  const summary = await stepSummary(
    {
      ...report,
      outcome: 'failed',
      failure: 'The secret was refused.',
      details: ['one: wrong', 'two: wrong'],
      next: ['Use this:'],
      snippet: '- uses: x\n  with:\n    key: ${{ key.K }}',
    },
    { ...options, headline: 'Ship goods failed', warnings: ['odd'] },
  );
  expect(summary).toContain(
    '### ❌ Ship goods failed\n\nThe *** was refused.'.replaceAll('***', '&#42;&#42;&#42;'),
  );
  expect(summary).toContain('- one: wrong\n- two: wrong');
  expect(summary).toContain('**What to do next:** Use this:');
  expect(summary).toContain('```yaml\n- uses: x\n  with:\n    key: ${{ key.K }}\n```\n');
  expect(summary).toContain('<details>\n<summary>1 warning</summary>\n\n- odd\n\n</details>');
});

test('shows the beginning of a CSV file, its first and last columns', async () => {
  const header = Array.from({ length: 10 }, (_, n) => `c${n}`).join(',');
  const row = `"a|b",${'x'.repeat(100)},secret,3,4,5,6,7,8,9`;
  const file = fileOf('p.csv', `${header}\n${`${row}\n`.repeat(20)}`);
  const summary = await stepSummary({ ...report, files: [file] }, options);
  expect(summary).toContain('The beginning of `p.csv` (2 columns in between left out):');
  expect(summary).toContain('| c0 | c1 | c2 | c3 | c6 | c7 | c8 | c9 |');
  const rows = summary.split('\n').filter((line) => line.startsWith('| a&#124;b'));
  expect(rows).toHaveLength(5);
  expect(rows[0]).toBe(`| a&#124;b | ${'x'.repeat(60)}... | &#42;&#42;&#42; | 3 | 6 | 7 | 8 | 9 |`);
});

test.each([
  ['r.zip', 'PK'],
  ['empty.csv', ''],
  ['broken.csv', '\0\0\x01'],
])('a file that is no table spoils nothing: %s', async (name, text) => {
  const summary = await stepSummary({ ...report, files: [fileOf(name, text)] }, options);
  expect(summary).toContain('### ✅');
});

test('stays below what the runner takes', async () => {
  const much = Array.from({ length: 5_000 }, () => '<'.repeat(2_000));
  const summary = await stepSummary(
    {
      ...report,
      failure: '<'.repeat(3_000_000),
      details: much,
      facts: [{ title: 'x', value: '|'.repeat(3_000_000) }],
    },
    { ...options, warnings: much },
  );
  expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576);
});

test('the post step adds its words', () => {
  expect(afterword('Ship goods', { lines: ['It was *ended*.'], redact: options.redact })).toBe(
    '**After Ship goods:** It was &#42;ended&#42;.\n\n',
  );
});
