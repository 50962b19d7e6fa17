import { camelized, id, perhaps } from '@modelferry/operation';
import * as v from 'valibot';
import { eitherName } from '../wire/either-name.ts';
import { person } from '../wire/person.ts';
import { statistics } from './statistics.ts';

/** A training job, in an answer. */
export const job = eitherName(
  'job_id',
  ['training_job_id', 'id'],
  camelized({
    job_id: id,
    job_definition_id: perhaps(id),
    job_definition_version: perhaps(v.number()),
    status: v.string(),
    status_message: perhaps(v.string()),
    instance_type: perhaps(v.string()),
    exec_env: perhaps(v.string()),
    environment: perhaps(v.record(v.string(), v.unknown())),
    user_parameters: perhaps(v.record(v.string(), v.unknown())),
    datasets: perhaps(v.record(v.string(), id)),
    statistics: perhaps(statistics),
    description: perhaps(v.string()),
    archived: perhaps(v.boolean()),
    start_time: perhaps(v.string()),
    completion_time: perhaps(v.string()),
    created_at: perhaps(v.string()),
    modified_at: perhaps(v.string()),
    creator: perhaps(person),
  }),
);

/**
 * A training job. All but its ID and its status may be missing. Source: docs/vendors/abeja.md, 3.0.
 *
 * - `status`: `Pending`, `Active`, then `Complete`, `Failed` or `Stopped`, or a word nobody has documented
 */
export type Job = v.InferOutput<typeof job>;
