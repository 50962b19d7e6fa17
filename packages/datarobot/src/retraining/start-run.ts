import { isAmbiguous, isCancelled } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { untilTaken } from '../at-most-once/until-taken.ts';
import type { DataRobotClient } from '../client/client.ts';
import { checkSettings } from './check-settings.ts';
import { findNewRun, type SoughtRun } from './find-new-run.ts';
import { refuseActive, runsOf } from './known-runs.ts';
import type { RetrainingLedger } from './retraining-ledger.ts';
import type { RunRef } from './run-reference.ts';

/** A run that is wanted. */
export interface WantedRun extends Omit<RunRef, 'runId'> {
  /** Trained with from now on. @default the one that is set */
  readonly datasetId?: string | undefined;
  readonly allowParallel: boolean;
}

/**
 * Runs a policy, and never twice: where it stays open whether the call was carried out, the run that it may have made is
 * found and adopted, also by a later try of the same request (3.17, 5.2).
 * @throws EngineError with code `conflict` while another run goes on, or `outcome-unknown`
 */
export async function startRun(
  context: RunContext<DataRobotClient>,
  ledger: RetrainingLedger,
  wanted: WantedRun,
): Promise<RunRef> {
  const { deploymentId, policyId } = wanted;
  const { progress } = context;
  const earlier = await ledger.earlier();
  if (earlier) {
    const message = `Going on with retraining run ${earlier.runId} of an earlier try, in place of starting another one.`;
    progress({ type: 'warning', message });
    return earlier;
  }
  const open = await ledger.asking.open();
  const known = open ?? (await prepare(context, wanted));
  if (!open) await ledger.asking.note('issued', known);
  const policy = { deploymentId, policyId };
  const runId = open
    ? await adopt(context, { policy, known, isCertain: false })
    : await send(context, ledger, wanted, known);
  const run = { ...policy, runId };
  await ledger.keep(run, 'started');
  await ledger.asking.note('created', known);
  return run;
}

/** All that comes before the call. @returns the IDs of the runs that are there */
async function prepare(context: RunContext<DataRobotClient>, wanted: WantedRun): Promise<readonly string[]> {
  const { client, signal, progress } = context;
  const { deploymentId, datasetId, allowParallel } = wanted;
  progress({ type: 'phase', title: 'Check the retraining settings' });
  const current = await checkSettings(context, deploymentId, datasetId);
  const runs = await runsOf(context, wanted);
  if (!allowParallel) refuseActive(wanted, runs);
  if (datasetId !== undefined && datasetId !== current) {
    await client.updateRetrainingSettings(deploymentId, { datasetId }, signal);
  }
  return runs.map(({ id }) => id);
}

async function send(
  context: RunContext<DataRobotClient>,
  ledger: RetrainingLedger,
  { deploymentId, policyId }: WantedRun,
  known: readonly string[],
): Promise<string> {
  const { client, signal, progress } = context;
  const policy = { deploymentId, policyId };
  progress({ type: 'phase', title: 'Run the policy' });
  let runId: string | undefined;
  try {
    runId = await untilTaken(context, `run the retraining policy ${policyId}`, () =>
      client.startRetrainingRun(policy, signal),
    );
  } catch (cause) {
    if (isCancelled(cause)) throw cause;
    if (isAmbiguous(cause)) return adopt(context, { policy, known, isCertain: false, cause });
    await ledger.asking.note('refused', known);
    throw cause;
  }
  return runId ?? findNewRun(context, { policy, known, isCertain: true });
}

async function adopt(context: RunContext<DataRobotClient>, sought: SoughtRun): Promise<string> {
  const runId = await findNewRun(context, sought);
  context.progress({
    type: 'warning',
    message: `No clear answer came to the call to run policy ${sought.policy.policyId}. Run ${runId} was made since then, and is taken for the one.`,
  });
  return runId;
}
