import { parseJson } from '@modelferry/http';
import type { Given } from './adapter-type.ts';

/** What keeps a text from being a JSON object; nothing where it is one. */
export function jsonObjectProblem(text: string): string | undefined {
  try {
    return isObject(parseJson(text)) ? undefined : 'must be a JSON object, in braces';
  } catch {
    return 'must be JSON: names and texts in double quotes, no comma after the last entry';
  }
}

/** @throws as JSON.parse for a text that {@link jsonObjectProblem} has something against */
export const readJsonObject = (text: string): Given => parseJson(text) as Given;

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
