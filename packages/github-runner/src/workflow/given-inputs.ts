import { asRecord, type YamlRecord } from '../yaml-values.ts';
import type { ContextValue } from './scope.ts';

/** The `inputs` context: what was given, else what the workflow declares. A boolean not given is false. */
export function givenInputs(
  declared: YamlRecord,
  given: Readonly<Record<string, ContextValue>> = {},
): Readonly<Record<string, ContextValue>> {
  const defaults = Object.entries(declared).map(([name, input]) => {
    const { type, default: value } = asRecord(input);
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return [name, isPlain ? value : type === 'boolean' ? false : ''] as const;
  });
  return { ...Object.fromEntries(defaults), ...given };
}
