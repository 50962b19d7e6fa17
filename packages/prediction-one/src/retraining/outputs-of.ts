import { toResumeToken } from '@modelferry/polling';
import type { SavedFile } from '@modelferry/upload';
import type { RetrainStatus } from '../client/retrain.ts';
import { retraining } from '../jobs/retrain-job.ts';
import type { SwitchOutcome } from '../jobs/switch-model.ts';
import { vendor } from '../vendor.ts';

/** What an operation tells of a retraining it has waited for, or not. */
export function outputsOf(
  retrainJobId: string,
  told: {
    readonly status?: RetrainStatus;
    readonly finished: boolean;
    readonly resultFile?: SavedFile;
    readonly switchOutcome?: SwitchOutcome;
  },
) {
  const { status, finished, resultFile, switchOutcome } = told;
  return {
    retrainJobId,
    status: status?.status,
    finished,
    pending: !finished,
    modelId: status?.modelId,
    message: status?.message,
    resultFile,
    switchOutcome,
    resumeToken: toResumeToken({ vendor, kind: retraining, id: retrainJobId }),
  };
}
