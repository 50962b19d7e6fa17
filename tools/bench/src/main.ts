import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { abortOnSignals } from '@modelferry/node-host';
import { benches } from './benches.ts';
import { writeReport } from './harness/report.ts';

const usage = `Usage: npm run bench -- <name> [--quick] [--no-gate]

  <name>     one of: ${Object.keys(benches).join(', ')}
  --quick    less data and fewer rounds; the figures are printed but not kept in docs/performance
  --no-gate  never fail because of a figure
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, 'no-gate': { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [name = ''] = positionals;
  const load = benches[name];
  if (!load || positionals.length !== 1) {
    process.stderr.write(usage);
    return 2;
  }

  const root = join(import.meta.dirname, '..', '..', '..');
  const { signal } = abortOnSignals(`run the benchmark ${name}`);
  const folder = await mkdtemp(join(tmpdir(), 'modelferry-bench-'));
  try {
    const bench = await load();
    const log = (text: string) => void process.stderr.write(`${text}\n`);
    const report = await bench({ folder, quick: values.quick, signal, log });
    const kept = values.quick ? join(root, 'tools/bench/.results') : join(root, 'docs/performance');
    process.stdout.write(await writeReport(kept, name, report));
    return values['no-gate'] || report.gates.every(({ passed }) => passed) ? 0 : 1;
  } catch (error) {
    if (!signal.aborted) throw error;
    process.stderr.write('Stopped.\n');
    return 130;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
