import { FieldError } from '../errors.ts';
import { optionalObject, optionalText } from '../fields.ts';
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

/** `repository/name`, with a host or a tag as may be. @throws ApiError 400 */
export function readImage(fields: Fields): string {
  const image = optionalText(fields, 'image') ?? 'abeja-inc/all-cpu:19.10';
  if (!image.includes('/')) throw new FieldError('image', 'must be repository/name');
  return image;
}
