import { pathSegment } from '@modelferry/http';
import * as v from 'valibot';
import type { CallPort } from './call-port.ts';
import { camelized, type Camelized } from '@modelferry/operation';
import { id, moment } from './decode.ts';
import { pageMetadata, type Page, type PageRequest } from './page.ts';
import type { TrainConfig } from './train-config.ts';

const modelFields = {
  model_id: id,
  owner_user_id: v.nullish(id),
  target_type: v.nullish(v.string()),
  name: v.nullish(v.string()),
  version: v.nullish(id),
  config: v.nullish(v.record(v.string(), v.unknown())),
  is_api_option: v.nullish(v.boolean()),
  updated_date: v.nullish(moment),
  created_date: v.nullish(moment),
};
const model = camelized(modelFields);

/** A trained model. */
export type Model = Camelized<v.InferOutput<v.ObjectSchema<typeof modelFields, undefined>>>;

const trainAnswer = camelized({ external_process_id: id });
const statusAnswer = camelized({
  status: v.string(),
  created_datetime: v.nullish(moment),
  updated_datetime: v.nullish(moment),
  result_url: v.nullish(v.string()),
  message: v.nullish(v.string()),
});

/** What Train Status Check answers; `finished` is the only documented status. */
export interface TrainStatus {
  /** An open word: `finished` is the only documented one. */
  readonly status: string;
  readonly createdDatetime: string | undefined;
  readonly updatedDatetime: string | undefined;
  /** A capability; the vendor's sample opens it as a ZIP. */
  readonly resultUrl: string | undefined;
  /** Not documented here; read because a failure may bring one (specification, Q1). */
  readonly message: string | undefined;
}

/** The calls for training and models (docs/vendors/prediction-one.md, 3.7 to 3.10). */
export interface ModelCalls {
  /** 3.7 Train. Starts a training on uploaded files. @returns the process ID, which may differ from the one sent (Q16) */
  train(
    request: { readonly externalProcessId: string; readonly name: string; readonly config: TrainConfig },
    signal: AbortSignal,
  ): Promise<{ readonly externalProcessId: string }>;
  /** 3.8 Train Status Check. */
  getTrainStatus(request: { readonly externalProcessId: string }, signal: AbortSignal): Promise<TrainStatus>;
  /** 3.9 Get Model: one page. */
  getModels(request: PageRequest, signal: AbortSignal): Promise<Page<Model>>;
  /** 3.10 Delete Model. The model also vanishes from the web app. */
  deleteModel(request: { readonly modelId: string }, signal: AbortSignal): Promise<void>;
}

export const modelCalls = (port: CallPort, hideUrl: (url: string) => void): ModelCalls => ({
  train: ({ externalProcessId, name, config }, signal) =>
    port.json(
      {
        doing: `start the training of model "${name}"`,
        key: 'train',
        method: 'POST',
        path: '/models',
        body: { external_process_id: externalProcessId, name, config },
        idempotent: false,
        signal,
      },
      trainAnswer,
    ),

  async getTrainStatus({ externalProcessId }, signal) {
    const { resultUrl, status, createdDatetime, updatedDatetime, message } = await port.json(
      {
        doing: `read the status of training ${externalProcessId}`,
        key: 'train',
        method: 'GET',
        path: '/models/results',
        query: { external_process_id: externalProcessId },
        idempotent: true,
        signal,
      },
      statusAnswer,
    );
    if (resultUrl) hideUrl(resultUrl);
    return {
      status,
      createdDatetime: createdDatetime ?? undefined,
      updatedDatetime: updatedDatetime ?? undefined,
      resultUrl: resultUrl || undefined,
      message: message || undefined,
    };
  },

  async getModels({ offset = 0, limit = 30 }, signal) {
    const { models, metadata } = await port.json(
      {
        doing: 'list the models',
        key: 'train',
        method: 'GET',
        path: '/models',
        query: { offset, limit },
        idempotent: true,
        perhapsJapanOnly: true,
        signal,
      },
      v.object({ models: v.array(model), metadata: pageMetadata }),
    );
    return { entries: models, total: metadata?.total ?? undefined };
  },

  deleteModel: ({ modelId }, signal) =>
    port.empty({
      doing: `delete model ${modelId}`,
      key: 'train',
      method: 'DELETE',
      path: `/models/${pathSegment(modelId)}`,
      idempotent: false,
      perhapsJapanOnly: true,
      signal,
    }),
});
