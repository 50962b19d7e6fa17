import { badRequest, FieldError } from '../errors.ts';
import { isObject, optionalObject, optionalText, requiredText, wholeNumber } from '../fields.ts';
import type { Fields } from '../fields.ts';
import type { AbejaPlatform } from '../platform.ts';
import type { Model } from '../training/model.ts';
import type { CodeVersion } from './code-version.ts';
import type { Deployment } from './deployment.ts';
import { Service } from './service.ts';
import type { Size } from './service.ts';

const maxInstances = 300;

/** Begins to serve. @throws ApiError 400 for what may not be */
export function createService(platform: AbejaPlatform, deployment: Deployment, fields: Fields): Service {
  const { ids, done, parts } = platform;
  const service = new Service(
    {
      id: ids.prefixed('ser'),
      version: readVersion(deployment, fields),
      model: readModel(platform, fields),
      instanceType: optionalText(fields, 'instance_type') ?? 'cpu-0.25',
      environment: optionalObject(fields, 'environment'),
      recordChannelId: optionalText(fields, 'record_channel_id'),
      size: readSize(fields),
    },
    parts.clock,
    parts.variants,
  );
  service.log('the service is created');
  deployment.services.set(service.id, service);
  done.services += 1;
  return service;
}

/** @throws ApiError 400 for one that is unknown, or whose code has not come */
export function readVersion(deployment: Deployment, fields: Fields): CodeVersion {
  const version = deployment.versions.get(requiredText(fields, 'version_id'));
  if (version === undefined) throw new FieldError('version_id', 'unknown');
  if (version.source === undefined) throw badRequest('sandbox: the code of the version is not uploaded.');
  return version;
}

/** The model of the key `alias`, by its id or by an object with `model_id`. @throws ApiError 400 */
export function readModel({ definitions, parts }: AbejaPlatform, fields: Fields): Model | undefined {
  const { alias } = optionalObject(fields, 'models');
  if (alias === undefined) return undefined;
  const id = isObject(alias) ? alias.model_id : alias;
  const model = [...definitions.values()].flatMap(({ models }) => models).find((each) => each.id === id);
  if (model === undefined) throw new FieldError('models', 'unknown model');
  if (model.archived && !parts.variants.has('archived-usable')) throw badRequest('the model is archived');
  return model;
}

/** @throws ApiError 400 for numbers out of bounds */
export function readSize(fields: Fields, before?: Size): Size {
  const number = wholeNumber(fields, 'instance_number', before?.instance_number ?? 1, maxInstances);
  if (number === 0) throw new FieldError('instance_number', 'must be 1 or more');
  const { enable_autoscale: autoscale = before?.enable_autoscale ?? true } = fields;
  if (typeof autoscale !== 'boolean') throw new FieldError('enable_autoscale', 'must be a boolean');
  const bound = (name: 'min_instance_number' | 'max_instance_number', usual: number): number =>
    wholeNumber(fields, name, before?.[name] ?? usual, maxInstances);
  return {
    instance_number: number,
    min_instance_number: bound('min_instance_number', 1),
    max_instance_number: bound('max_instance_number', Math.min(number * 2, maxInstances)),
    enable_autoscale: autoscale,
  };
}
