import type { AbejaPlatform } from '../platform.ts';
import type { Call } from '../call.ts';
import type { Definition } from './definition.ts';
import type { Version } from './version.ts';
import type { Job } from './job.ts';
import type { Model } from './model.ts';

/** The job definition that a call names, by name or id. @throws ApiError 404 */
export function findDefinition(platform: AbejaPlatform, { params: { name = '' } }: Call): Definition {
  const all = [...platform.definitions.values()];
  const byName = all.find((each) => each.name === name);
  const byId = platform.definitions.get(name);
  const found = platform.parts.variants.has('id-first') ? (byId ?? byName) : (byName ?? byId);
  if (found === undefined) throw platform.missing('job definition');
  return found;
}

/** @throws ApiError 404 */
export function findVersion(platform: AbejaPlatform, call: Call): Version {
  const { versions } = findDefinition(platform, call);
  const found = versions.find(({ number }) => String(number) === call.params.version);
  if (found === undefined) throw platform.missing('job definition version');
  return found;
}

/** @throws ApiError 404 */
export function findJob(platform: AbejaPlatform, call: Call): Job {
  const { jobs } = findDefinition(platform, call);
  const found = jobs.find(({ facts, isGone }) => facts.id === call.params.job && !isGone);
  if (found === undefined) throw platform.missing('training job');
  call.request.entry.jobId = found.facts.id;
  return found;
}

/** @throws ApiError 404 */
export function findModel(platform: AbejaPlatform, call: Call): Model {
  const { models } = findDefinition(platform, call);
  const found = models.find(({ id }) => id === call.params.model);
  if (found === undefined) throw platform.missing('training model');
  return found;
}
