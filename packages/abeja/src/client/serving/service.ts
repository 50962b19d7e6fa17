import { camelized, id, perhaps } from '@modelferry/operation';
import * as v from 'valibot';

/** A model that a service has: told by its ID alone, or as an object. */
const servedModel = v.union([
  v.pipe(
    id,
    v.transform((modelId): ServedModel => ({ modelId, jobDefinitionId: undefined })),
  ),
  camelized({ model_id: id, job_definition_id: perhaps(id) }),
]);

/** A model that a service has. */
export interface ServedModel {
  readonly modelId: string;
  readonly jobDefinitionId: string | undefined;
}

/** A service, in an answer. */
export const service = camelized({
  service_id: id,
  deployment_id: perhaps(id),
  models: perhaps(v.record(v.string(), servedModel)),
  model_version: perhaps(v.string()),
  model_version_id: perhaps(id),
  status: v.string(),
  instance_number: perhaps(v.number()),
  min_instance_number: perhaps(v.number()),
  max_instance_number: perhaps(v.number()),
  enable_autoscale: perhaps(v.boolean()),
  instance_type: perhaps(v.string()),
  metrics_url: perhaps(v.string()),
  user_env_vars: perhaps(v.record(v.string(), v.unknown())),
  record_channel_id: perhaps(id),
  created_at: perhaps(v.string()),
  modified_at: perhaps(v.string()),
});

/**
 * A service: a code version that runs, with its models. All but its ID and its status may be missing. Source:
 * docs/vendors/abeja.md, 3.6.
 *
 * - `status`: `IN_PROGRESS`, `READY`, or a word nobody has documented
 * - `modelVersion`, `modelVersionId`: the CODE version of the deployment, whatever the vendor's name for it
 * - `models`: by the name the code knows each of them by
 */
export type Service = v.InferOutput<typeof service>;
