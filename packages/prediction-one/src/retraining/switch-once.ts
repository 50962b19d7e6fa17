import { isCancelled } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { PredictionOneClient } from '../client/client.ts';
import { switchModel, type SwitchOutcome, type SwitchRequest } from '../jobs/switch-model.ts';
import type { RetrainLedger, RetrainPhase } from './retrain-ledger.ts';

const earlierOf: Partial<Record<RetrainPhase, SwitchRequest['earlier']>> = {
  switching: 'asked',
  switched: 'accepted',
};

/** Switches to a retraining as {@link switchModel} does, and never asks again for what an earlier try has had accepted. */
export async function switchOnce(
  context: RunContext<PredictionOneClient>,
  ledger: RetrainLedger,
  phase: RetrainPhase,
  request: Omit<SwitchRequest, 'earlier' | 'onAccepted'>,
): Promise<SwitchOutcome> {
  const { retrainJobId } = request;
  const earlier = earlierOf[phase];
  let accepted = earlier === 'accepted';
  context.progress({ type: 'phase', title: 'Switch the model' });
  if (!earlier) await ledger.keep(retrainJobId, 'switching');
  try {
    return await switchModel(context.client, context, {
      ...request,
      earlier,
      onAccepted: async () => {
        accepted = true;
        await ledger.keep(retrainJobId, 'switched');
      },
    });
  } catch (error) {
    // A clear refusal: a later try may ask as if for the first time
    if (!accepted && !isCancelled(error)) await ledger.keep(retrainJobId, 'uploaded');
    throw error;
  }
}
