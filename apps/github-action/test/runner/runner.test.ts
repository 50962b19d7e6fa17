import { parseCommand } from '@modelferry/github-runner';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '../../src/runner/command.ts';
import { fileEntry } from '../../src/runner/file-entry.ts';
import { openRunner } from '../../src/runner/runner.ts';

test('the runner reads back what a command says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (data, text) => {
      const title = `a${text}z`; // White space around it is trimmed
      const line = commandLine('warning', data, { title });
      expect(line).not.toMatch(/[\r\n]/);
      expect(parseCommand(line)).toEqual({ name: 'warning', data, properties: { title } });
    }),
  );
});

test('the end of an entry is none of its lines', () => {
  expect(fileEntry('job-id', '42')).toBe('job-id<<FERRY_END\n42\nFERRY_END\n');
  const [first = '', ...lines] = fileEntry('x', 'a\nFERRY_END\nFERRY_END_\nevil=1').split('\n');
  const end = first.split('<<')[1];
  expect(lines.indexOf(end ?? '')).toBe(4);
});

test('appends to the files that are there, and leaves out those that are not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ferry-runner-'));
  const path = join(folder, 'output');
  writeFileSync(path, '');
  const written: string[] = [];
  const runner = openRunner({ GITHUB_OUTPUT: path, GITHUB_STATE: '' }, (text) => void written.push(text));
  runner.setOutput('a', '1');
  runner.setOutput('b', '2');
  runner.saveState('c', '3');
  runner.addSummary('d');
  expect(readFileSync(path, 'utf8')).toBe('a<<FERRY_END\n1\nFERRY_END\nb<<FERRY_END\n2\nFERRY_END\n');
  expect(written).toEqual([]);
  rmSync(folder, { recursive: true });
  openRunner({ GITHUB_OUTPUT: join(folder, 'gone', 'x') }, (text) => void written.push(text)).setOutput(
    'a',
    '1',
  );
  expect(written).toEqual(['GITHUB_OUTPUT could not be written: ENOENT\n']);
});
