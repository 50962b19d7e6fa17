import type { Example } from './example.ts';
import { retrainAndSwitch } from './retrain-and-switch.ts';
import { retrainApproveSwitch } from './retrain-approve-switch.ts';
import { scoreAndWriteBack } from './score-and-write-back.ts';
import { startWaitCheck } from './start-wait-check.ts';
import { trainPublishPredict } from './train-publish-predict.ts';

/** All of them, in the order of the report. */
export const examples: readonly Example[] = [
  retrainAndSwitch,
  retrainApproveSwitch,
  startWaitCheck,
  trainPublishPredict,
  scoreAndWriteBack,
];
