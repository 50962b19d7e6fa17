import { dataRobotNightlyBatch } from './data-robot-nightly-batch.ts';
import { dataRobotRetrainApproveReplace } from './data-robot-retrain-approve-replace.ts';
import { dataRobotScoreAndRoute } from './data-robot-score-and-route.ts';
import { dataRobotScoreFile } from './data-robot-score-file.ts';
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
  dataRobotScoreFile,
  dataRobotScoreAndRoute,
  dataRobotNightlyBatch,
  dataRobotRetrainApproveReplace,
];
