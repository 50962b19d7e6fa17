import { pathSegment } from '@modelferry/http';
import * as v from 'valibot';
import type { CallPort } from './call-port.ts';
import { camelized } from '@modelferry/operation';
import { id } from './decode.ts';
import type { KeyChoice } from './key-ring.ts';

const uploadAnswer = camelized({ retrain_job_id: id, upload_url: v.pipe(v.string(), v.url()) });

const statusAnswer = camelized({
  status: v.string(),
  model_id: v.nullish(id),
  message: v.nullish(v.string()),
  download_url: v.nullish(v.string()),
});

const switchAnswer = v.object({ metadata: v.object({ retrain_job_id: id }) });

/** A retraining that waits for its file. The URL is a secret. */
export interface RetrainUpload {
  readonly retrainJobId: string;
  /** A capability: never shown, and used without any key. */
  readonly uploadUrl: string;
}

/** What Retrain Status Check answers; `job_finished` is the only documented status. */
export interface RetrainStatus {
  /** An open word: `job_finished` is the only documented one. */
  readonly status: string;
  /** Taken as the new model's ID (specification, Q7). */
  readonly modelId: string | undefined;
  readonly message: string | undefined;
  /** Good for one download soon; ask for the status again before each. */
  readonly downloadUrl: string | undefined;
}

/** The calls for retraining (docs/vendors/prediction-one.md, 3.1 to 3.3). */
export interface RetrainCalls {
  /**
   * 3.1 Retrain Data Upload. Makes a job, which starts by itself once the file is put to the URL; without that it never
   * starts (specification, Q4), so this call may be repeated.
   */
  getRetrainUploadUrl(
    request: { readonly fileName: string; readonly keyChoice?: KeyChoice },
    signal: AbortSignal,
  ): Promise<RetrainUpload>;
  /** 3.2 Retrain Status Check. */
  getRetrainStatus(
    request: { readonly retrainJobId: string; readonly keyChoice?: KeyChoice },
    signal: AbortSignal,
  ): Promise<RetrainStatus>;
  /** 3.3 Retrain Model Switch. There is no way back. @returns once the vendor has accepted it; the switch itself follows */
  switchModel(
    request: { readonly retrainJobId: string; readonly keyChoice?: KeyChoice },
    signal: AbortSignal,
  ): Promise<void>;
}

export const retrainCalls = (port: CallPort, hideUrl: (url: string) => void): RetrainCalls => ({
  async getRetrainUploadUrl({ fileName, keyChoice }, signal) {
    const answer = await port.json(
      {
        doing: `get an upload address for "${fileName}"`,
        key: 'retrain',
        choice: keyChoice,
        method: 'GET',
        path: '/retrain_jobs/upload_url',
        query: { filename: fileName },
        idempotent: true,
        signal,
      },
      uploadAnswer,
    );
    hideUrl(answer.uploadUrl);
    return answer;
  },

  async getRetrainStatus({ retrainJobId, keyChoice }, signal) {
    const { status, modelId, message, downloadUrl } = await port.json(
      {
        doing: `read the status of retraining ${retrainJobId}`,
        key: 'retrain',
        choice: keyChoice,
        method: 'GET',
        path: `/retrain_jobs/${pathSegment(retrainJobId)}`,
        idempotent: true,
        signal,
      },
      statusAnswer,
    );
    if (downloadUrl) hideUrl(downloadUrl);
    return {
      status,
      modelId: modelId ?? undefined,
      message: message || undefined,
      downloadUrl: downloadUrl || undefined,
    };
  },

  async switchModel({ retrainJobId, keyChoice }, signal) {
    await port.json(
      {
        doing: `switch the prediction API to the model of retraining ${retrainJobId}`,
        key: 'retrain',
        choice: keyChoice,
        method: 'PUT',
        path: `/retrain_jobs/${pathSegment(retrainJobId)}/update_model`,
        idempotent: false,
        signal,
      },
      switchAnswer,
    );
  },
});
