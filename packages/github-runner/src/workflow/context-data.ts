import { data } from '@actions/expressions';
import type { ContextValue } from './scope.ts';

/** A value in the form that expressions work on. */
export function contextData(value: ContextValue): data.ExpressionData {
  if (value === null) return new data.Null();
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (isList(value)) return new data.Array(...value.map(contextData));
  return new data.Dictionary(
    ...Object.entries(value).map(([key, held]) => ({ key, value: contextData(held) })),
  );
}

const isList = (value: ContextValue): value is readonly ContextValue[] => Array.isArray(value);

/** The reverse of `contextData`. */
export const plainValue = (value: data.ExpressionData): ContextValue =>
  JSON.parse(JSON.stringify(value, data.replacer)) as ContextValue;
