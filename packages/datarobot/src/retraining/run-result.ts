import { isCancelled } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import type { RetrainingRun } from '../client/retraining-runs.ts';
import type { RunRef } from './run-reference.ts';

/** What a run has made. */
export type RunResult = Pick<RetrainingRun, 'modelPackageId' | 'registeredModelId' | 'challengerId'>;

/**
 * What a run that has succeeded has made, as it says itself. One whose policy replaces the model names nothing: then it is
 * what the deployment has now. Where nothing tells, the user is warned (`run-result-missing`).
 */
export async function runResult(
  { client, signal, progress }: RunContext<DataRobotClient>,
  { deploymentId, policyId, runId }: RunRef,
  run: RetrainingRun,
): Promise<RunResult> {
  const { modelPackageId, registeredModelId, challengerId } = run;
  const said = { modelPackageId, registeredModelId, challengerId };
  if ((modelPackageId ?? registeredModelId ?? challengerId) !== undefined) return said;
  const unseen = (error: unknown) => {
    if (isCancelled(error)) throw error;
    return undefined; // The run has succeeded all the same
  };
  const [policy, deployment] = await Promise.all([
    client.getRetrainingPolicy(deploymentId, policyId, signal).catch(unseen),
    client.getDeployment(deploymentId, signal).catch(unseen),
  ]);
  const current = deployment?.modelPackage?.id;
  if (policy?.action === 'model_replacement' && current !== undefined) {
    return { ...said, modelPackageId: current };
  }
  progress({
    type: 'warning',
    message: `Retraining run ${runId} has succeeded and does not name what it made. Look for the new model in DataRobot: among the registered models, or the challengers of deployment ${deploymentId}.`,
  });
  return said;
}
