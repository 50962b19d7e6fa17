import { join } from 'node:path';
import { n8nInstall, packNodes, paths, type Progress, type Stage } from '@modelferry/playground';
import { startSandbox } from '@modelferry/sandbox';
import { expect, type Checks } from '../checks.ts';
import { programs } from './debian-packages.ts';
import { writeReport } from './report.ts';
import { maxRecoveries, runMode, type Load, type Outcome } from './run-mode.ts';
import { atOnce, workerCount, type Mode, type Parts } from './cluster.ts';

/** A minute of the vendors' time in two seconds: jobs take some five seconds. */
const timeScale = 30;
const full: Load = { each: 100, overMs: 45_000, seed: 6 };
const quick: Load = { ...full, each: 10 };
const withRegular = process.env.REGULAR === '1';
const modes: readonly Mode[] = withRegular ? ['queue', 'regular'] : ['queue'];

const conditions = (load: Load): readonly string[] => [
  `${load.each} webhooks for each vendor, within ${load.overMs / 1_000} s: retrain (Prediction One), score as a batch prediction (DataRobot), train (ABEJA Platform), by the workflows in examples/n8n/queue-mode, at a sandbox that plays the vendors.`,
  `In queue mode: n8n with PostgreSQL, Redis and two workers of ${atOnce / workerCount} executions each. One worker is killed with SIGKILL and started again, then Redis is restarted.`,
  ...(withRegular
    ? [
        'In regular mode: n8n with PostgreSQL, one process that runs all executions at once; it is killed and started again.',
      ]
    : []),
  'The vendors answer 5 % of all requests with a fault: 500, 503, 429, a connection that breaks before or after the call was carried out, an answer cut in the middle.',
  `Then the workflow recover-jobs.json is run, until no started job is open, ${maxRecoveries} times at most.`,
  'The jobs take some five seconds here and are looked at every five.',
  'A job is lost if it has started at the vendor and neither its own execution nor the recovery has finished it.',
];

/**
 * Hundreds of webhooks in queue mode, with kills, restarts and faults: nothing stuck, lost or doubled.
 * With REGULAR=1 the same follows in regular mode, to compare. With QUICK=1 there are a tenth of them, and the figures in
 * docs/performance stay as they are.
 */
export async function queueSuite(stage: Stage, progress: Progress, checks: Checks): Promise<void> {
  const isQuick = process.env.QUICK === '1';
  const load = isQuick ? quick : full;
  const parts = await prepare(stage, progress);
  const outcomes: Outcome[] = [];
  for (const mode of modes) {
    const outcome = await runMode(parts, mode, load);
    outcomes.push(outcome);
    if (!isQuick) await writeReport(join(paths.root, 'docs', 'performance'), conditions(load), outcomes);
    await judge(outcome, checks);
  }
}

async function prepare(stage: Stage, progress: Progress): Promise<Parts> {
  const found = await programs(stage.processes, progress);
  const install = await n8nInstall(stage.processes, progress, stage.signal);
  progress.say('Building and packing the node packages');
  const packed = await packNodes(stage.processes, join(stage.folder, 'packed'));
  const sandbox = await startSandbox({
    ...{ stateDir: join(stage.folder, 'sandbox'), timeScale, variants: ['serverless-parallel-jobs'] },
  });
  stage.closeLater(sandbox.close);
  return { stage, progress, install, packed, programs: found, sandbox };
}

async function judge({ mode, ...seen }: Outcome, checks: Checks): Promise<void> {
  await checks.run(`${mode} mode: every execution ends`, async () => {
    expect(seen.stuck === 0, `${seen.stuck} go on more than three minutes after a worker took them`);
    return `${JSON.stringify(seen.executions)}, the longest took ${Math.round(seen.longestMs / 1000)} s`;
  });
  await checks.run(`${mode} mode: no job is lost`, async () => {
    expect(seen.after.open.length === 0, `not found or not completed: ${seen.after.open.join(', ')}`);
    expect(seen.after.done === seen.after.started, `${seen.after.done} of ${seen.after.started} are done`);
    return `${seen.after.started} jobs, ${seen.before.open.length} of them left behind and completed later`;
  });
  await checks.run(`${mode} mode: no job is there twice`, async () => {
    expect(seen.after.doubled.length === 0, `twice: ${seen.after.doubled.join(', ')}`);
    return `${seen.webhooks} webhooks, ${seen.sentAgain} of them sent again`;
  });
  await checks.run(`${mode} mode: no key goes astray`, async () => {
    expect(seen.credentialLeaks === 0, `keys went where none belongs, ${seen.credentialLeaks} times`);
    return `${seen.requests} requests, ${seen.faults} of them with a fault`;
  });
}
