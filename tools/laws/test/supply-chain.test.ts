import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lint-planted.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Locked {
  readonly link?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
}

test('everything that is installed has a checksum', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Readonly<Record<string, Locked>>;
  };
  const installed = Object.entries(packages).filter(
    ([path, { link }]) => path.includes('node_modules/') && link !== true,
  );
  expect(installed.length).toBeGreaterThan(500);
  expect(
    installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
  ).toEqual([]);
  // Where it comes from is for whoever installs to say: no registry, and no other place, is written down
  expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
});

test('nothing that is installed here runs a script', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  expect(
    execFileSync('npm', ['config', 'get', 'ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim(),
  ).toBe('true');
});

test('what is published says where it comes from, by a job that runs no code of others', () => {
  const workflow = read('.github/workflows/publish.yml');
  const [before = '', publish = ''] = workflow.split(/^ {2}publish:$/m);
  expect(publish).toContain('--provenance');
  expect(publish).toContain('id-token: write');
  expect(publish).not.toMatch(/npm (ci|install|run|exec|test)|npx|checkout@/);
  expect(before).not.toContain('id-token');
});
