import { FieldError } from '../errors.ts';
import { isObject, optionalObject, optionalText } from '../fields.ts';
import type { Fields } from '../fields.ts';
import type { AbejaVariants } from '../variants.ts';

const maxDescription = 256;

/** @throws ApiError 400 for one that is too long */
export function readDescription(fields: Fields, variants: AbejaVariants): string | null {
  const description = optionalText(fields, 'description');
  if (description === null || [...description].length <= maxDescription) return description;
  if (variants.has('long-description-cut')) return [...description].slice(0, maxDescription).join('');
  throw new FieldError('description', `longer than ${maxDescription} characters`);
}

/** @throws ApiError 400 for values that may not be */
export function readEnvironment(fields: Fields, variants: AbejaVariants): Fields {
  const environment = optionalObject(fields, 'environment');
  const values = Object.entries(environment);
  if (variants.has('environment-numbers-rejected') && values.some(([, value]) => typeof value !== 'string'))
    throw new FieldError('environment', 'values must be strings');
  if (!variants.has('environment-stringified')) return environment;
  return Object.fromEntries(values.map(([name, value]) => [name, String(value)]));
}

/** `[host/]repository/name[:tag]` */
const imageForm = /^([\w.-]+(:\d+)?\/)?[^\s/]+\/[^\s/:]+(:[^\s/:]+)?$/;

/** `repository/name`, with a host or a tag as may be. @throws ApiError 400 */
export function readImage(fields: Fields): string {
  const image = optionalText(fields, 'image') ?? 'abeja-inc/all-cpu:19.10';
  if (!imageForm.test(image)) throw new FieldError('image', 'must be [host/]repository/name[:tag]');
  return image;
}

const execEnvs: readonly string[] = ['cloud', 'edge', 'local', 'none'];

/** @throws ApiError 400 for another word than the four */
export function readExecEnv(fields: Fields): string {
  const execEnv = optionalText(fields, 'exec_env') ?? 'cloud';
  if (!execEnvs.includes(execEnv)) throw new FieldError('exec_env', `must be one of ${execEnvs.join()}`);
  return execEnv;
}

/**
 * Statistics in whatever form a code has for them, but that the stages are there by name, and their figures, too: the
 * vendor's own client hands those on beside the `name` of the stage. @throws ApiError 400
 */
export function readStatistics(fields: Fields): Fields {
  const { statistics } = fields;
  if (!isObject(statistics)) throw new FieldError('statistics', 'must be an object');
  const stages = Object.values(optionalObject(statistics, 'stages'));
  if (!stages.every((stage) => isObject(stage) && !('name' in stage)))
    throw new FieldError('stages', 'must be objects without a name of their own');
  return statistics;
}
