// Runs the tests of the project it is started in, and leaves their counts in .results/jest.json for tools/test.mjs.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';

const jest = createRequire(import.meta.url).resolve('jest-cli/bin/jest');
mkdirSync('.results', { recursive: true });
const run = spawnSync(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    jest,
    '--config=jest.config.cjs',
    '--json',
    '--outputFile=.results/jest.json',
    ...process.argv.slice(2),
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
process.exit(run.status ?? 1);
