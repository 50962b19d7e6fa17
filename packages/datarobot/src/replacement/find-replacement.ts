import { EngineError } from '@modelferry/http';
import { patienceOf, type RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import type { Deployment } from '../client/deployments.ts';
import type { NewModel } from '../client/model-replacement.ts';
import { isErrored } from './deployment-status.ts';
import { hasModel, modelName } from './new-model.ts';
import type { AskedReplacement } from './replacement-ledger.ts';
import { watchDeployment } from './watch-deployment.ts';

/** A replacement that may have been asked for. */
export interface SoughtReplacement {
  readonly deploymentId: string;
  readonly model: NewModel;
}

/** How long a deployment may take to show that a replacement has begun, where no answer said so, in milliseconds. */
const lookForMs = 120_000;

/**
 * Finds out whether a lost call was carried out: the deployment then replaces its model, shows the new one or has an error.
 * @throws EngineError with code `outcome-unknown` when it shows nothing of it
 */
export async function findReplacement(
  context: RunContext<DataRobotClient>,
  sought: SoughtReplacement,
  cause?: unknown,
): Promise<AskedReplacement> {
  const { deploymentId, model } = sought;
  const patience = patienceOf(context.clock, { timeoutMs: lookForMs, pollIntervalMs: 10_000 });
  const isAsked = (deployment: Deployment) =>
    deployment.status?.toLowerCase() === 'replacingmodel' ||
    isErrored(deployment.status) ||
    hasModel(deployment, model);
  const seen = await watchDeployment(context, deploymentId, isAsked, patience);
  if (!seen || !isAsked(seen)) throw unclear(sought, cause);
  context.progress({
    type: 'warning',
    message: `No clear answer came to the replacement. Deployment ${deploymentId} shows that it was asked for: it is ${seen.status}.`,
  });
  return { deploymentId, taskId: undefined };
}

function unclear({ deploymentId, model }: SoughtReplacement, cause: unknown): EngineError {
  const why = cause instanceof Error ? ` ${cause.message}` : '';
  return new EngineError({
    code: 'outcome-unknown',
    message: `It is not known whether the model of deployment ${deploymentId} is being replaced, and it was not asked for a second time.${why}`,
    remedy: `Look at the deployment in DataRobot: if it has ${modelName(model)} or is replacing its model, all is well; else replace the model again.`,
    cause,
  });
}
