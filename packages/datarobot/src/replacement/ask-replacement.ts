import { isAmbiguous, isCancelled } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { untilTaken } from '../at-most-once/until-taken.ts';
import type { DataRobotClient } from '../client/client.ts';
import type { ReplacementReason } from '../client/model-replacement.ts';
import { findReplacement, type SoughtReplacement } from './find-replacement.ts';
import type { AskedReplacement, ReplacementLedger } from './replacement-ledger.ts';

/**
 * Asks for a replacement, once. Where no clear answer came, the deployment tells whether it goes on (5.2).
 * @throws EngineError with code `outcome-unknown` when it shows nothing of it
 * @throws what the call threw, when the vendor clearly refused it
 */
export async function askReplacement(
  context: RunContext<DataRobotClient>,
  { asking }: Pick<ReplacementLedger, 'asking'>,
  request: SoughtReplacement & { readonly reason: ReplacementReason },
): Promise<AskedReplacement> {
  const { client, signal, progress } = context;
  const { deploymentId, model, reason } = request;
  const doing = `replace the model of deployment ${deploymentId}`;
  progress({ type: 'phase', title: 'Replace the model' });
  await asking.note('issued', []);
  try {
    const { taskId } = await untilTaken(context, doing, () =>
      client.replaceModel(deploymentId, { ...model, reason }, signal),
    );
    return { deploymentId, taskId };
  } catch (error) {
    if (isCancelled(error)) throw error;
    if (isAmbiguous(error)) return findReplacement(context, request, error);
    await asking.note('refused', []);
    throw error;
  }
}
