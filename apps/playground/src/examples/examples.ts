import { actOnEndedTrainings } from './abeja/act-on-ended-trainings.ts';
import { rollBack } from './abeja/roll-back.ts';
import { trainAndRegister } from './abeja/train-and-register.ts';
import { trainGateFail, trainGateStay, trainGateSwitch } from './abeja/train-gate-switch.ts';
import { actOnEndedJobs } from './data-robot/act-on-ended-jobs.ts';
import { nightlyBatch, nightlyBatchAborted } from './data-robot/nightly-batch.ts';
import { scoreAndRoute } from './data-robot/score-and-route.ts';
import { scoreBigFile } from './data-robot/score-big-file.ts';
import { uploadRetrainApproveReplace } from './data-robot/upload-retrain-approve-replace.ts';
import type { Example } from './example.ts';
import { retrainAndSwitch } from './prediction-one/retrain-and-switch.ts';
import { retrainApproveSwitch } from './prediction-one/retrain-approve-switch.ts';
import { scoreAndWriteBack } from './prediction-one/score-and-write-back.ts';
import { startWaitCheck } from './prediction-one/start-wait-check.ts';
import { trainPublishPredict } from './prediction-one/train-publish-predict.ts';

/** All of them, in the order of the report. */
export const examples: readonly Example[] = [
  retrainAndSwitch,
  retrainApproveSwitch,
  startWaitCheck,
  trainPublishPredict,
  scoreAndWriteBack,
  scoreBigFile,
  scoreAndRoute,
  nightlyBatch,
  nightlyBatchAborted,
  uploadRetrainApproveReplace,
  actOnEndedJobs,
  trainAndRegister,
  trainGateSwitch,
  trainGateStay,
  trainGateFail,
  rollBack,
  actOnEndedTrainings,
];
