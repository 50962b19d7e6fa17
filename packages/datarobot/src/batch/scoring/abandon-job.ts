import { isCancelled, messageOf } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../../client/client.ts';
import { cancelBatchPrediction } from '../jobs/cancel-batch-prediction.ts';

/**
 * Removes a job whose data did not arrive, so that nothing of it is ever scored. What keeps it from being removed is told,
 * and never hides why that was needed.
 * @returns whether it is removed
 */
export async function abandonJob(context: RunContext<DataRobotClient>, jobId: string): Promise<boolean> {
  try {
    await cancelBatchPrediction(context, jobId);
    return true;
  } catch (error) {
    if (isCancelled(error)) throw error;
    const why = messageOf(error);
    context.progress({
      type: 'warning',
      message: `Batch job ${jobId} has no use any more, and could not be removed: ${why}`,
    });
    return false;
  }
}
