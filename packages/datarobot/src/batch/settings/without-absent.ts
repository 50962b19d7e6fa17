import type { Given } from './adapter-type.ts';

/** The fields that have a value. */
export const withoutAbsent = (fields: Given): Given =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
