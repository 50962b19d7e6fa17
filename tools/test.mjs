// npm test: type check, formatting, lint, build, the tests of every project and the checks of what would be published.
// Jest's own summaries are not read: the closing line is counted from the results each project left behind.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const targets = ['typecheck', 'format-check', 'lint', 'build', 'test', 'attw'];

/** Projects that have tests, by the folder of their Jest configuration. */
const projects = globSync('{packages,apps,tools}/*/jest.config.cjs', { cwd: root }).map(dirname).sort();
for (const project of projects) rmSync(join(root, project, '.results'), { recursive: true, force: true });

const nx = spawnSync(
  'nx',
  ['run-many', '-t', ...targets, '--outputStyle=static', '--parallel=3', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NX_TUI: 'false' },
  },
);

if (nx.error) console.error(nx.error.message);

let passed = 0;
let failed = 0;
const skipped = [];
for (const project of projects) {
  const results = readResults(project);
  if (!results || results.numTotalTests === 0) {
    console.log(`${project} ran no test.`);
    failed += 1;
    continue;
  }
  passed += results.numPassedTests;
  failed += results.numFailedTests + results.numRuntimeErrorTestSuites;
  for (const file of results.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'pending' || test.status === 'todo') skipped.push(`${project}: ${test.fullName}`);
    }
  }
}

// A failed test fails Nx, too, and is counted already
if (nx.status !== 0 && failed === 0) {
  console.log('All tests passed, and something else did not: see above.');
  failed = 1;
}

if (skipped.length > 0) console.log(`\nSkipped here, by name:\n  ${skipped.join('\n  ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function readResults(project) {
  try {
    return JSON.parse(readFileSync(join(root, project, '.results', 'jest.json'), 'utf8'));
  } catch {
    return undefined;
  }
}
