import { camelized, id, perhaps } from '@modelferry/operation';
import * as v from 'valibot';

/** A version of a job definition, in an answer. */
export const version = camelized({
  job_definition_id: perhaps(id),
  job_definition_version: v.number(),
  handler: perhaps(v.string()),
  image: perhaps(v.string()),
  environment: perhaps(v.record(v.string(), v.unknown())),
  user_parameters: perhaps(v.record(v.string(), v.unknown())),
  datasets: perhaps(v.record(v.string(), id)),
  description: perhaps(v.string()),
  archived: perhaps(v.boolean()),
  created_at: perhaps(v.string()),
  modified_at: perhaps(v.string()),
});

/**
 * A version: code, image and handler under a number from 1. All but the number may be missing. Source:
 * docs/vendors/abeja.md, 3.0.
 */
export type Version = v.InferOutput<typeof version>;
