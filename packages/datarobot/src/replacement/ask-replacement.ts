import { EngineError, isAmbiguous } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { untilTaken } from '../at-most-once/until-taken.ts';
import type { DataRobotClient } from '../client/client.ts';
import type { NewModel, ReplacementReason } from '../client/model-replacement.ts';
import { isErrored } from './deployment-status.ts';
import { hasModel, modelName } from './new-model.ts';
import { patienceOf } from './patience.ts';
import type { AskedReplacement } from './replacement-ledger.ts';
import { watchDeployment } from './watch-deployment.ts';

/** How long a deployment may take to show that a replacement has begun, where no answer said so, in milliseconds. */
const lookForMs = 120_000;

/**
 * Asks for a replacement, once. Where no clear answer came, the deployment tells: one that replaces, shows the new model or
 * has an error was asked (5.2).
 * @throws EngineError with code `outcome-unknown` when it shows nothing of it
 */
export async function askReplacement(
  context: RunContext<DataRobotClient>,
  request: { readonly deploymentId: string; readonly model: NewModel; readonly reason: ReplacementReason },
): Promise<AskedReplacement> {
  const { client, clock, signal, progress } = context;
  const { deploymentId, model, reason } = request;
  const doing = `replace the model of deployment ${deploymentId}`;
  progress({ type: 'phase', title: 'Replace the model' });
  try {
    const { taskId } = await untilTaken(context, doing, () =>
      client.replaceModel(deploymentId, { ...model, reason }, signal),
    );
    return { deploymentId, taskId };
  } catch (error) {
    if (!isAmbiguous(error)) throw error;
    const patience = patienceOf(clock, { timeoutMs: lookForMs, pollIntervalMs: 10_000 });
    const wasAsked = ({ status }: { readonly status?: string }) =>
      status?.toLowerCase() === 'replacingmodel' || isErrored(status);
    const seen = await watchDeployment(
      context,
      deploymentId,
      (deployment) => wasAsked(deployment) || hasModel(deployment, model),
      patience,
    );
    if (!seen || !(wasAsked(seen) || hasModel(seen, model))) throw unclear(request, error);
    progress({
      type: 'warning',
      message: `No clear answer came to the replacement. Deployment ${deploymentId} shows that it was asked for: it is ${seen.status}.`,
    });
    return { deploymentId, taskId: undefined };
  }
}

function unclear(
  { deploymentId, model }: { readonly deploymentId: string; readonly model: NewModel },
  cause: unknown,
): EngineError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new EngineError({
    code: 'outcome-unknown',
    message: `It is not known whether the model of deployment ${deploymentId} is being replaced, and it was not asked for a second time. ${why}`,
    remedy: `Look at the deployment in DataRobot: if it has ${modelName(model)} or is replacing its model, all is well; else replace the model again.`,
    cause,
  });
}
