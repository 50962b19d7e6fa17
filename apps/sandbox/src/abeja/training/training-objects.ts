import { isoSeconds } from '../../dates.ts';
import { microseconds, times } from '../dates.ts';
import type { AbejaPlatform } from '../platform.ts';
import type { Definition } from './definition.ts';
import type { Version } from './version.ts';
import type { Job } from './job.ts';
import type { Model } from './model.ts';

type Shown = Record<string, unknown>;

/** A job definition as the API shows it. */
export function definitionObject(platform: AbejaPlatform, definition: Definition, withJobs = false): Shown {
  const { id, name, versions, models, jobs, archived } = definition;
  return {
    job_definition_id: id,
    name,
    organization_id: platform.organization.id,
    versions: versions.map((version) => versionObject(definition, version)),
    version_count: versions.length,
    model_count: models.length,
    notebook_count: 0,
    tensorboard_count: 0,
    jobs: withJobs ? jobs.filter(({ isGone }) => !isGone).map((job) => jobObject(platform, job)) : null,
    archived,
    ...times(definition),
  };
}

export function versionObject({ id }: Definition, version: Version): Shown {
  const { number, handler, image, environment, userParameters, datasets, description, archived } = version;
  return {
    ...{ job_definition_id: id, job_definition_version: number, handler, image, environment },
    ...{ user_parameters: userParameters, datasets, description, archived },
    ...times(version),
  };
}

export function jobObject({ parts: { variants }, users }: AbejaPlatform, job: Job): Shown {
  const { facts, status, statistics, statusMessage, archived } = job;
  const { id, version, execEnv, instanceType, environment, userParameters, datasets, description } = facts;
  const time = (ms: number | null): string | null =>
    ms === null || variants.has('null-times') ? null : microseconds(ms);
  const inherits = variants.has('environment-merged') || execEnv === 'local';
  const [creator] = users;
  return {
    ...{ id, training_job_id: id, job_definition_id: facts.definitionId },
    job_definition_version: version.number,
    status: status === 'Active' && variants.has('odd-status') ? 'Provisioning' : status,
    status_message: statusMessage,
    instance_type: instanceType,
    exec_env: execEnv,
    environment: inherits ? { ...version.environment, ...environment } : environment,
    user_parameters: userParameters,
    ...{ datasets, statistics, description, archived },
    start_time: time(job.startMs),
    completion_time: time(job.endMs),
    ...times(job),
    creator: {
      ...{ id: creator?.id, email: creator?.email, display_name: null, role: creator?.role },
      is_registered: true,
      created_at: isoSeconds(platformBirthMs),
      updated_at: isoSeconds(platformBirthMs),
    },
  };
}

export function modelObject(model: Model): Shown {
  const { id, definitionId, jobId, metrics, environment, userParameters, description, execEnv } = model;
  return {
    ...{ id, training_model_id: id, job_definition_id: definitionId, training_job_id: jobId },
    ...{ user_parameters: userParameters, environment, metrics, description, exec_env: execEnv },
    ...{ archived: model.archived, user: null },
    ...times(model),
  };
}

/** When the preset users were made. */
const platformBirthMs = Date.UTC(2026, 0, 1);
