/** A mapping of YAML. */
export type YamlRecord = Readonly<Record<string, unknown>>;

/** A value as a mapping; empty where it is none. */
export const asRecord = (value: unknown): YamlRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as YamlRecord) : {};

/** A value as a list; one that is none is its only item. */
export const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** A scalar as text; nothing is empty. */
export const asText = (value: unknown): string =>
  value === undefined || value === null ? '' : String(value);
