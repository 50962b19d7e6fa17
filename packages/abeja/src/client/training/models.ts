import { camelized, id, perhaps, type CallPort } from '@modelferry/operation';
import { zipContentType, type Source } from '@modelferry/upload';
import * as v from 'valibot';
import { get, patch, post } from '../calls.ts';
import { eitherName } from '../wire/either-name.ts';
import { environmentTexts, type Environment } from '../wire/environment.ts';
import { formOf } from '../wire/form-of.ts';
import { metric, metricsOnWire, type Metrics } from './metrics.ts';
import { archiveQuery, pageOf, type ArchiveFilter, type Page, type PageRequest } from '../wire/page.ts';
import { person } from '../wire/person.ts';
import { presignedUrl } from '../wire/presigned-url.ts';
import { definitionPath } from '../wire/segments.ts';
import { snaked } from '../wire/snaked.ts';

const model = eitherName(
  'model_id',
  ['training_model_id', 'id'],
  camelized({
    model_id: id,
    job_definition_id: perhaps(id),
    training_job_id: perhaps(id),
    user_parameters: perhaps(v.record(v.string(), v.unknown())),
    environment: perhaps(v.record(v.string(), v.unknown())),
    metrics: perhaps(v.record(v.string(), perhaps(metric))),
    description: perhaps(v.string()),
    exec_env: perhaps(v.string()),
    archived: perhaps(v.boolean()),
    user: perhaps(person),
    created_at: perhaps(v.string()),
    modified_at: perhaps(v.string()),
  }),
);

/** A model. All but its ID may be missing. Source: docs/vendors/abeja.md, 3.0. */
export type Model = v.InferOutput<typeof model>;

/** A zip that becomes a model. It streams: nothing of it is held. */
export interface ModelUpload {
  readonly source: Source;
  /** The job that has made it. */
  readonly trainingJobId?: string;
  /** At most 256 characters. */
  readonly description?: string;
  readonly userParameters?: Environment;
  readonly metrics?: Metrics;
  onBytesTaken?(totalBytes: number): void;
}

/** The calls for models (docs/vendors/abeja.md, 3.4). `name` is the job definition's name or ID. */
export interface ModelCalls {
  /** Op 23. Whether it has pages is unknown (Q8); the vendor's clients ask for one, by neither offset nor limit. */
  getModels(name: string, filter: ArchiveFilter & PageRequest, signal: AbortSignal): Promise<Page<Model>>;
  /** Op 24. Never repeated: there would be two. */
  createModel(name: string, upload: ModelUpload, signal: AbortSignal): Promise<Model>;
  /** Op 25. */
  getModel(name: string, modelId: string, signal: AbortSignal): Promise<Model>;
  /** Op 26. The description is all that can change. @returns the model, where the answer has it */
  updateModel(
    name: string,
    modelId: string,
    change: { readonly description: string },
    signal: AbortSignal,
  ): Promise<Model | undefined>;
  /** Op 27. @returns a URL for one download soon: a secret, and used without any credential */
  getModelUrl(name: string, modelId: string, signal: AbortSignal): Promise<string>;
  /** Op 28. */
  archiveModel(name: string, modelId: string, signal: AbortSignal): Promise<void>;
  /** Op 29. */
  unarchiveModel(name: string, modelId: string, signal: AbortSignal): Promise<void>;
}

export const modelCalls = (port: CallPort, hideUrl: (url: string) => void): ModelCalls => ({
  getModels: (name, { includeArchived, ...page }, signal) =>
    port.json(
      get(`list the models of "${name}"`, definitionPath(name, 'models'), signal, {
        ...archiveQuery({ includeArchived }),
        ...page,
      }),
      pageOf(model),
    ),

  createModel: (name, { source, userParameters, metrics, onBytesTaken, ...rest }, signal) => {
    const parameters = {
      ...snaked(rest),
      user_parameters: environmentTexts(userParameters),
      metrics: metricsOnWire(metrics),
    };
    const fileName = 'model_data.zip';
    return port.json(
      {
        ...post(`upload "${source.name}" as a model of "${name}"`, definitionPath(name, 'models'), signal),
        body: formOf(
          { name: 'model_data', value: source, fileName, contentType: zipContentType },
          parameters,
        ),
        onBytesTaken,
      },
      model,
    );
  },

  getModel: (name, modelId, signal) =>
    port.json(get(`read the model ${modelId}`, definitionPath(name, 'models', modelId), signal), model),

  updateModel: (name, modelId, { description }, signal) =>
    port.json(
      patch(`describe the model ${modelId}`, definitionPath(name, 'models', modelId), signal, {
        description,
      }),
      v.optional(model),
    ),

  getModelUrl: (name, modelId, signal) =>
    presignedUrl(
      port,
      get(
        `get the address of the model ${modelId}`,
        definitionPath(name, 'models', modelId, 'download'),
        signal,
      ),
      hideUrl,
    ),

  archiveModel: (name, modelId, signal) =>
    port.send(
      post(`archive the model ${modelId}`, definitionPath(name, 'models', modelId, 'archive'), signal),
    ),

  unarchiveModel: (name, modelId, signal) =>
    port.send(
      post(
        `take the model ${modelId} out of the archive`,
        definitionPath(name, 'models', modelId, 'unarchive'),
        signal,
      ),
    ),
});
