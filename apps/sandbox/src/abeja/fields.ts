import { FieldError } from './errors.ts';

/** What a call brings as JSON, or in the parameters of a form. */
export type Fields = Readonly<Record<string, unknown>>;

/** @throws ApiError 400 for what is no JSON object */
export function fieldsOf(body: unknown): Fields {
  if (body === undefined) return {};
  if (!isObject(body)) throw new FieldError('body', 'must be a JSON object');
  return body;
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text that must be there. @throws ApiError 400 */
export function requiredText(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string' || value === '') throw new FieldError(name, 'required');
  return value;
}

/** A text that may be left out, or be null. @throws ApiError 400 */
export function optionalText(fields: Fields, name: string): string | null {
  const value = fields[name] ?? null;
  if (value !== null && typeof value !== 'string') throw new FieldError(name, 'must be a string');
  return value;
}

/** A JSON object that may be left out. @throws ApiError 400 */
export function optionalObject(fields: Fields, name: string): Fields {
  const value = fields[name] ?? {};
  if (!isObject(value)) throw new FieldError(name, 'must be an object');
  return value;
}

/** A JSON object of texts. @throws ApiError 400 */
export function optionalTexts(fields: Fields, name: string): Readonly<Record<string, string>> {
  const value = optionalObject(fields, name);
  if (Object.values(value).some((each) => typeof each !== 'string'))
    throw new FieldError(name, 'values must be strings');
  return value as Readonly<Record<string, string>>;
}

/** A whole number within bounds. @throws ApiError 400 */
export function wholeNumber(fields: Fields, name: string, otherwise: number, most: number): number {
  const value = fields[name] ?? otherwise;
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > most)
    throw new FieldError(name, `must be a whole number up to ${most}`);
  return value as number;
}
