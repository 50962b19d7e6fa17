import { ApiError } from '../../api-error.ts';
import { FieldError, forbidden } from '../errors.ts';
import { optionalObject, optionalText, optionalTexts } from '../fields.ts';
import type { Fields } from '../fields.ts';
import type { AbejaPlatform } from '../platform.ts';
import type { Definition } from './definition.ts';
import type { Version } from './version.ts';
import { Job } from './job.ts';
import type { JobFacts } from './job.ts';
import { keepResult } from './keep-result.ts';
import { readDescription, readEnvironment, readExecEnv } from './read-fields.ts';
import { train } from './train.ts';
import { trainingData } from './training-data.ts';

const instanceTypes = [
  ...['cpu-0.25', 'cpu-1', 'cpu-2', 'cpu-4', 'cpu-8', 'cpu-16'],
  ...['gpu-1', 'gpu:a-1', 'gpu:b-1', 'gpu:b-2', 'gpu:b-4', 'gpu:b-8'],
];

/** Accepts a job, and begins to train. @throws ApiError 400, 403, 429 for one that may not be */
export function startJob(
  platform: AbejaPlatform,
  definition: Definition,
  version: Version,
  fields: Fields,
): Job {
  const { variants, clock, invention } = platform.parts;
  if ((definition.archived || version.archived) && !variants.has('archived-usable'))
    throw new ApiError(400, 'the job definition or its version is archived');
  const facts: JobFacts = {
    definitionId: definition.id,
    version,
    execEnv: readExecEnv(fields),
    instanceType: readInstanceType(platform, fields, version),
    environment: readEnvironment(fields, variants),
    userParameters: optionalObject(fields, 'user_parameters'),
    datasets: optionalTexts(fields, 'datasets'),
    description: readDescription(fields, variants),
    exportLog: fields.export_log === true,
    id: '',
  };
  checkQuota(platform);
  const environment = { ...version.environment, ...facts.environment, ...facts.userParameters };
  const data = trainingData(
    platform,
    { ...version.datasets, ...facts.datasets, ...environment },
    environment.TARGET,
  );
  const job = new Job(
    { ...facts, id: platform.ids.digits('job') },
    {
      ...{ clock, variants },
      training: data.then(({ table, target }) => train(table, target, invention.seed)),
      onEnd: (ended, trained) => keepResult(platform, definition, ended, trained),
    },
  );
  definition.jobs.push(job);
  platform.done.jobs += 1;
  return job;
}

function readInstanceType({ parts }: AbejaPlatform, fields: Fields, { image }: Version): string {
  const usual = /gpu/.test(image) ? 'gpu-1' : 'cpu-1';
  const type = optionalText(fields, 'instance_type') ?? usual;
  if (!instanceTypes.includes(type)) throw new FieldError('instance_type', 'unknown');
  if (type.startsWith('gpu') && parts.variants.has('instance-type-denied'))
    throw forbidden('the organization may not use this instance_type');
  return type;
}

function checkQuota({ definitions, parts: { variants } }: AbejaPlatform): void {
  const status = variants.has('job-quota') ? 400 : 429;
  if (status === 429 && !variants.has('job-quota-429')) return;
  const jobs = [...definitions.values()].flatMap((each) => each.jobs);
  if (jobs.some(({ isOver, isGone }) => !isOver && !isGone))
    throw new ApiError(status, 'sandbox: the organization has as many jobs as it may.');
}
