import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, BenchContext, TableFile } from '../harness/index.ts';
import { actionNames, actionsFolder } from './actions.ts';
import { actionReport, type LargeFile } from './action-report.ts';
import { makeCarTable } from './car-table.ts';
import { retrainWithAction } from './retrain-file.ts';
import { startSandboxProcess } from './sandbox-process.ts';
import { scoreWithAction, scoreWithCurl, type Scoring } from './score-file.ts';
import { measureStartUp } from './start-up.ts';

const mib = 1024 * 1024;

/** The committed actions, under the runner: what a large file costs, and how soon one says that an input is wrong. */
export const actionBench: Bench = async (context) => {
  const { quick, signal, folder, log } = context;
  const startUps = await measureStartUp(context, actionNames(), quick ? 7 : 25);

  const bytes = (quick ? 512 : 4096) * mib;
  log(`writing a table of ${bytes / mib} MiB`);
  const table = await makeCarTable(join(folder, 'cars.csv'), bytes, signal);
  const large = await measureLargeFile(context, table, quick ? 1 : 3);
  return actionReport({ startUps, table, large, distBytes: distBytes() });
};

async function measureLargeFile(context: BenchContext, table: TableFile, rounds: number): Promise<LargeFile> {
  const sandbox = await startSandboxProcess(context);
  const stage = { context, sandbox, table };
  const withAction: Scoring[] = [];
  const withCurl: Scoring[] = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      const theirs = await scoreWithCurl(stage);
      const own = await scoreWithAction(stage);
      if (own.resultCrc !== theirs.resultCrc) throw new Error('The action and curl got different results.');
      withCurl.push(theirs);
      withAction.push(own);
      context.log(
        `round ${round}/${rounds}: ${own.wallMs.toFixed(0)} ms, curl ${theirs.wallMs.toFixed(0)} ms`,
      );
    }
    const retrained = await retrainWithAction(stage);
    context.log(`retrained; the sandbox took ${((await sandbox.peakBytes()) / 1e6).toFixed(0)} MB at most`);
    return { withAction, withCurl, retrained };
  } finally {
    await sandbox.close();
  }
}

/** Of everything that a runner downloads to run the actions. */
const distBytes = (): number =>
  globSync('dist/**/*.{mjs,txt}', { cwd: actionsFolder }).reduce(
    (sum, path) => sum + statSync(join(actionsFolder, path)).size,
    0,
  );
