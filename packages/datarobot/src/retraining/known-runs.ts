import { EngineError } from '@modelferry/http';
import { isFinal } from '@modelferry/polling';
import type { DataRobotClient } from '../client/client.ts';
import { listAll } from '../client/list-all.ts';
import type { PolicyRef, RetrainingRun } from '../client/retraining-runs.ts';
import { runState } from './run-state.ts';

interface World {
  readonly client: DataRobotClient;
  readonly signal: AbortSignal;
}

/** Every run of a policy: in which order the vendor lists them is not documented. @throws as the client does */
export async function runsOf(
  { client, signal }: World,
  policy: PolicyRef,
): Promise<readonly RetrainingRun[]> {
  const runs: RetrainingRun[] = [];
  for await (const run of listAll((request) => client.getRetrainingRuns(policy, request, signal))) {
    runs.push(run);
  }
  return runs;
}

/** @throws EngineError with code `conflict` when one of the runs goes on */
export function refuseActive({ policyId }: PolicyRef, runs: readonly RetrainingRun[]): void {
  const active = runs.find((run) => !isFinal(runState(run)));
  if (active === undefined) return;
  const { id, status = 'without a status', startTime } = active;
  const since = startTime === undefined ? '' : `, since ${startTime}`;
  throw new EngineError({
    code: 'conflict',
    message: `Retraining policy ${policyId} is running already: run ${id} is ${status}${since}.`,
    remedy:
      'Wait for that run or cancel it, and then run the policy again; or switch on Allow Parallel to train a second time beside it.',
  });
}
