import type { RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../client/client.ts';
import type { Replaced } from './replace-model.ts';

/** Tells what the user should know of a replacement beside its outcome. */
export function tellReplaced(
  { progress }: RunContext<DataRobotClient>,
  { outcome, before, after }: Replaced,
): void {
  if (outcome === 'already-current') {
    progress({
      type: 'warning',
      message: `Deployment ${after.id} has this model already: nothing was replaced.`,
    });
    return;
  }
  if (before.capabilities?.['supportsPredictionIntervals'] === true) {
    progress({
      type: 'warning',
      message: `Deployment ${after.id} can give prediction intervals, whose settings a replacement may reset: look at them in DataRobot.`,
    });
  }
}
