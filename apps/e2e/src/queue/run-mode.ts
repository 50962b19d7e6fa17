import { publishBigFileWorkflows, sendBigFiles, type BigFile } from './big-files.ts';
import { startCluster, type Mode, type Parts } from './cluster.ts';
import { planFaults } from './faults.ts';
import { JobBook } from './job-book.ts';
import { peakMiB } from './memory.ts';
import { recover, recoveryWorkflow, type Found } from './recover.ts';
import { callsOf, sendAll } from './senders.ts';
import { settle } from './settle.ts';
import { tally, type Tally } from './tally.ts';
import { makeTrouble, type Trouble } from './trouble.ts';
import { unfinished, type Unfinished } from './unfinished.ts';
import { publishAll } from './workflows.ts';
import { works } from './works.ts';

/** How much a run does. */
export interface Load {
  /** Webhooks for each vendor. */
  readonly each: number;
  /** Time over which they are sent, in milliseconds. */
  readonly overMs: number;
  readonly seed: number;
}

/** What was seen of a run. */
export interface Outcome {
  readonly mode: Mode;
  readonly webhooks: number;
  /** Webhooks sent once more, since no clear answer came. */
  readonly sentAgain: number;
  /** By n8n's status. */
  readonly executions: Readonly<Record<string, number>>;
  readonly stuck: number;
  readonly unfinished: readonly Unfinished[];
  /** From the last webhook that was taken to the last execution that ended, in milliseconds. */
  readonly settledMs: number;
  /** The longest that an execution took once it had its turn, in milliseconds. */
  readonly longestMs: number;
  readonly trouble: Trouble;
  readonly requests: number;
  readonly faults: number;
  readonly before: Tally;
  /** What the recovery workflow found for each job that was not done, in its first run. */
  readonly found: readonly Found[];
  readonly recoveries: number;
  readonly after: Tally;
  /** Webhooks for which no job has started, to be sent again. */
  readonly unstarted: number;
  /** Highest resident sets, in MiB. */
  readonly memory: Readonly<Record<string, number | undefined>>;
  /** Keys that went where none belongs. */
  readonly credentialLeaks: number;
  readonly bigFiles: readonly BigFile[];
}

/** A wait that meets too many faults ends badly; then a person runs the workflow again. */
export const maxRecoveries = 3;

/** Runs all webhooks through one cluster, with trouble, and counts. */
export async function runMode(parts: Parts, mode: Mode, load: Load): Promise<Outcome> {
  const { stage, progress, sandbox } = parts;
  const { signal } = stage;
  await sandbox.reset();
  const cluster = await startCluster(parts, mode);
  try {
    const book = await JobBook.create(cluster.rest);
    const workflowIds = await publishAll(
      cluster,
      works.map(({ name }) => name),
    );
    const bigFileWorkflows = await publishBigFileWorkflows(cluster, parts);
    const calls = callsOf(works, load.each);
    const webhookIds = calls.map(({ webhookId }) => webhookId);
    // As a person has set it up before there was any trouble
    const recovery = await recoveryWorkflow(cluster);
    planFaults(sandbox, load.seed);
    const [sentAgain, trouble] = await Promise.all([
      sendAll(cluster.main.url, calls, load.overMs, signal),
      makeTrouble(cluster, progress, signal),
    ]);
    progress.say('All webhooks are sent');
    const settled = await settle(cluster.rest, workflowIds, progress, signal);
    const { listed } = settled;
    const before = tally(sandbox, webhookIds, await book.rows());
    progress.say(`${before.open.length} of ${before.started} jobs are not noted as done: recovering`);

    const left = await unfinished(cluster.rest, listed);
    const { found } = await recover(cluster, recovery);
    let recoveries = 1;
    while (tally(sandbox, webhookIds, await book.rows()).open.length > 0 && recoveries < maxRecoveries) {
      await recover(cluster, recovery);
      recoveries += 1;
    }
    const after = tally(sandbox, webhookIds, await book.rows());
    sandbox.faults.clear();
    const requests = sandbox.requests();
    const { credentialLeaks } = sandbox.state();
    const memory = {
      'main process': peakMiB(cluster.main.pid),
      ...Object.fromEntries(cluster.workers.map(({ name, pid }) => [name, peakMiB(pid)])),
      Redis: peakMiB(cluster.redis?.pid),
    };
    return {
      ...{ mode, webhooks: calls.length, sentAgain, trouble },
      ...{ settledMs: settled.settledMs, longestMs: settled.longestMs, stuck: settled.stuck.length },
      executions: countBy(listed.map(({ status }) => status)),
      unfinished: left,
      requests: requests.length,
      faults: requests.filter(({ faultId }) => faultId !== undefined).length,
      ...{ before, found, recoveries, after },
      unstarted: webhookIds.length - after.webhooks,
      memory,
      credentialLeaks,
      bigFiles: await sendBigFiles(cluster, bigFileWorkflows),
    };
  } finally {
    await cluster.close();
  }
}

function countBy(values: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
