import { isApiError } from '@modelferry/http';
import { isFinal } from '@modelferry/polling';
import type { DataRobotClient } from '../../client/client.ts';
import { listAll } from '../../client/list-all.ts';
import type { PolicyRef, RetrainingRun } from '../../client/retraining-runs.ts';
import { runsOf } from '../../retraining/known-runs.ts';
import type { RunRef } from '../../retraining/run-reference.ts';
import { runState } from '../../retraining/run-state.ts';
import { timeOf } from '../time-of.ts';
import type { Cursor } from '../tracking/cursor.ts';
import type { Sightings } from '../tracking/sighting.ts';

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

/** What a poll has seen, and the runs themselves, by `policy/run`. */
export interface SeenRuns extends Sightings {
  readonly runs: ReadonlyMap<string, SeenRun>;
}

/** How late a run may show behind others that were started after it. They take hours, and may wait for each other. */
const lookBackMs = 7 * 24 * 3_600_000;
/** How many watched runs that no list has shown are asked for in one poll. */
const maxLooks = 100;

/**
 * Looks at all runs of the policies, since the vendor documents no order and no filter of them, and at each watched one that
 * was not among them. @throws as the client does
 */
export async function seeRuns(
  world: World,
  watched: WatchedPolicies,
  before: Cursor | undefined,
): Promise<SeenRuns> {
  const runs = new Map<string, SeenRun>();
  const add = (policy: PolicyRef, run: RetrainingRun) =>
    runs.set(`${policy.policyId}/${run.id}`, { reference: { ...policy, runId: run.id }, run });
  for (const policy of await policiesOf(world, watched)) {
    for (const run of await listed(world, policy, watched)) add(policy, run);
  }

  const gone: string[] = [];
  for (const id of (before?.open ?? []).filter((one) => !runs.has(one)).slice(0, maxLooks)) {
    const [policyId = '', runId = ''] = id.split('/');
    const policy = { deploymentId: watched.deploymentId, policyId };
    const run = await orGone(world.client.getRetrainingRun(policy, runId, world.signal));
    if (run === undefined) gone.push(id);
    else add(policy, run);
  }
  const seen = [...runs].map(([id, { run }]) => ({
    id,
    madeAtMs: timeOf(run.startTime) ?? timeOf(run.finishTime),
    hasEnded: isFinal(runState(run)),
  }));
  const times = seen.flatMap(({ madeAtMs }) => madeAtMs ?? []);
  const completeToMs = times.length > 0 ? Math.max(...times) : undefined;
  return { runs, seen, gone, completeToMs, lookBackMs };
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
