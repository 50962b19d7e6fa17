import { isApiError } from '@modelferry/http';
import { lookForUnseen, timeOf, type Seen, type TrackingCursor } from '@modelferry/operation';
import { isFinal } from '@modelferry/polling';
import type { DataRobotClient } from '../../client/client.ts';
import { listAll } from '../../client/list-all.ts';
import type { PolicyRef, RetrainingRun } from '../../client/retraining-runs.ts';
import { runsOf } from '../../retraining/known-runs.ts';
import type { RunRef } from '../../retraining/run-reference.ts';
import { runState } from '../../retraining/run-state.ts';

interface World {
  readonly client: DataRobotClient;
  readonly signal: AbortSignal;
}

/** Whose runs are watched. */
export interface WatchedPolicies {
  readonly deploymentId: string;
  /** @default all of the deployment, at most 5 (3.17) */
  readonly policyId?: string | undefined;
}

/** A run together with what it takes to name it. */
export interface SeenRun {
  readonly reference: RunRef;
  readonly run: RetrainingRun;
}

/** How late a run may show behind others that were started after it. They take hours, and may wait for each other. */
const lookBackMs = 7 * 24 * 3_600_000;

/**
 * Looks at all runs of the policies, since the vendor documents no order and no filter of them, and at each watched one that
 * was not among them. By `policy/run`. @throws as the client does
 */
export async function seeRuns(
  world: World,
  watched: WatchedPolicies,
  before: TrackingCursor | undefined,
): Promise<Seen<SeenRun>> {
  const things = new Map<string, SeenRun>();
  for (const policy of await policiesOf(world, watched)) {
    for (const run of await listed(world, policy, watched)) {
      things.set(`${policy.policyId}/${run.id}`, { reference: { ...policy, runId: run.id }, run });
    }
  }
  const gone = await lookForUnseen(before, things, async (id) => {
    const [policyId = '', runId = ''] = id.split('/');
    const reference = { deploymentId: watched.deploymentId, policyId, runId };
    const run = await orGone(world.client.getRetrainingRun(reference, runId, world.signal));
    return run && { reference, run };
  });
  const seen = [...things].map(([id, { run }]) => ({
    id,
    madeAtMs: timeOf(run.startTime) ?? timeOf(run.finishTime),
    hasEnded: isFinal(runState(run)),
  }));
  const times = seen.flatMap(({ madeAtMs }) => madeAtMs ?? []);
  const completeToMs = times.length > 0 ? Math.max(...times) : undefined;
  return { things, seen, gone, completeToMs, lookBackMs };
}

async function policiesOf(
  { client, signal }: World,
  { deploymentId, policyId }: WatchedPolicies,
): Promise<readonly PolicyRef[]> {
  if (policyId !== undefined) return [{ deploymentId, policyId }];
  const policies: PolicyRef[] = [];
  for await (const { id } of listAll((request) =>
    client.getRetrainingPolicies(deploymentId, request, signal),
  )) {
    policies.push({ deploymentId, policyId: id });
  }
  return policies;
}

/** A policy that was deleted meanwhile has no runs; one that the user has named must be there. */
const listed = async (
  world: World,
  policy: PolicyRef,
  { policyId }: WatchedPolicies,
): Promise<readonly RetrainingRun[]> =>
  policyId === undefined ? ((await orGone(runsOf(world, policy))) ?? []) : runsOf(world, policy);

async function orGone<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isApiError(error) && error.code === 'not-found') return undefined;
    throw error;
  }
}
