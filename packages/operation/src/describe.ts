import * as v from 'valibot';
import type { Field, Kind, Words } from './field.ts';

type AnySchema = v.GenericSchema;
type Entries = Readonly<Record<string, AnySchema>>;

interface Wrapper {
  readonly type: string;
  readonly wrapped?: AnySchema;
  readonly default?: unknown;
  readonly entries?: Entries;
  readonly item?: AnySchema;
}

/**
 * What adapters may know of a schema's entries, in the order of their declaration. The only bridge out of the schema
 * library.
 * @throws Error when an entry was not made by one of our builders
 */
export function describe(entries: Entries): readonly Field[] {
  return Object.entries(entries).map(([name, schema]) => describeEntry(name, schema));
}

function describeEntry(name: string, schema: AnySchema): Field {
  const wrapper = schema as unknown as Wrapper;
  if ((wrapper.type === 'optional' || wrapper.type === 'nullable') && wrapper.wrapped) {
    const inner = describeEntry(name, wrapper.wrapped);
    const fallback =
      typeof wrapper.default === 'function' ? (wrapper.default as () => unknown)() : wrapper.default;
    return { ...inner, required: false, ...(fallback === undefined ? {} : { default: fallback }) };
  }
  const { field } = v.getMetadata(schema) as { field?: Kind & Words };
  if (!field) throw new Error(`The entry "${name}" has no metadata: make it with one of the builders.`);
  return { ...field, name, required: true };
}
