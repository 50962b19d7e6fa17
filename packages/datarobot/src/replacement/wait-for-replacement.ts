import { EngineError } from '@modelferry/http';
import { restOf, waitForJob, type Patience, type RunContext } from '@modelferry/operation';
import type { JobSnapshot } from '@modelferry/polling';
import type { DataRobotClient } from '../client/client.ts';
import type { Deployment } from '../client/deployments.ts';
import { firstPauseMs } from '../client/limits.ts';
import type { NewModel } from '../client/model-replacement.ts';
import { isActive } from './deployment-status.ts';
import { hasModel, modelName } from './new-model.ts';
import { replacementJob } from './replacement-job.ts';
import type { AskedReplacement } from './replacement-ledger.ts';

/** A replacement that goes on, and how to wait for it. */
export interface ReplacementWait extends AskedReplacement {
  readonly model: NewModel;
  /** The deployment as it was found. */
  readonly before: Deployment;
  readonly patience: Patience;
}

/**
 * Waits until a new model answers or the time is up.
 * @returns the deployment with its new model, or undefined when the time was up first
 * @throws EngineError with code `job-failed` when the replacement ended badly; it says what answers now
 */
export async function waitForReplacement(
  context: RunContext<DataRobotClient>,
  wait: ReplacementWait,
): Promise<Deployment | undefined> {
  const { patience } = wait;
  const { client, clock, progress } = context;
  const job = replacementJob(client, wait);
  progress({ type: 'phase', title: 'Wait for the replacement' });
  const outcome = await waitForJob(context, job, { ...restOf(clock, patience), firstPauseMs });
  if (!outcome.ended) return undefined;
  if (outcome.snapshot.state !== 'succeeded') throw notReplaced(wait, outcome.snapshot);
  return outcome.snapshot.result;
}

function notReplaced(
  { deploymentId, model }: ReplacementWait,
  { rawStatus, message, result }: JobSnapshot<Deployment>,
): EngineError {
  const said = message === undefined ? '' : `, "${message}"`;
  return new EngineError({
    code: 'job-failed',
    message: `Could not replace the model of deployment ${deploymentId} by ${modelName(model)}: it ended as ${rawStatus}${said}. ${leftBehind(result, model)}`,
    remedy:
      'Look at the deployment in DataRobot: bring it back to active where it is not, mend what the message names, then replace the model again.',
  });
}

function leftBehind(deployment: Deployment | undefined, model: NewModel): string {
  if (!deployment) return 'What the deployment is now could not be seen.';
  const { status } = deployment;
  if (!isActive(status)) return `The deployment is ${status}, and may not answer.`;
  return hasModel(deployment, model) ? 'The new model answers all the same.' : 'The old model still answers.';
}
