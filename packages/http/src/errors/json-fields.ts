import { parseJson } from '../parse-json.ts';

/** The fields of a body that is a JSON object; undefined for a body of any other kind, be it broken or no JSON at all. */
export function jsonFields(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = parseJson(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
