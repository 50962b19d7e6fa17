import type { Sandbox } from '@modelferry/sandbox';
import type { Item } from '../../n8n/execution.ts';
import { Unexpected } from '../example.ts';
import { retrainingOf } from './retraining-of.ts';

/**
 * Says what was switched, after comparing what the node told with what happened at the vendor.
 * @throws {Unexpected} when the prediction API does not run on the model of that retraining
 */
export function switched(sandbox: Sandbox, item: Item | undefined): string {
  const { retrainJobId, modelId, switchOutcome } = item?.json ?? {};
  const job = retrainingOf(sandbox, retrainJobId);
  if (job.switches !== 1) throw new Unexpected(`the vendor switched ${job.switches} times`);
  if (switchOutcome !== 'verified')
    throw new Unexpected(`the switch is ${String(switchOutcome)}, not verified`);
  const { classifiers } = sandbox.state().predictionOne.japan;
  if (!classifiers.some((classifier) => String(classifier.modelId) === modelId)) {
    throw new Unexpected(`no prediction API runs on model ${String(modelId)}`);
  }
  return `retraining ${String(retrainJobId).slice(0, 8)}: model ${modelId} is live, seen by the node`;
}
