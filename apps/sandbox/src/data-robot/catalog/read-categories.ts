import { invalid } from '../errors.ts';

const known = new Set([
  ...['TRAINING', 'PREDICTION', 'BATCH_PREDICTIONS', 'SAMPLE'],
  ...['SINGLE_SERIES_CALENDAR', 'MULTI_SERIES_CALENDAR'],
]);

/** One category or a list of them, also as JSON in the text of a form. @throws ApiError 422 */
export function readCategories(value: unknown): readonly string[] {
  const given = typeof value === 'string' && value.startsWith('[') ? parse(value) : value;
  const list = Array.isArray(given) ? given : [given];
  const wrong = list.find((each) => typeof each !== 'string' || !known.has(each));
  if (wrong !== undefined || list.length === 0)
    throw invalid(`'categories': value doesn't match any of ${[...known].join(', ')}`);
  return list as readonly string[];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
