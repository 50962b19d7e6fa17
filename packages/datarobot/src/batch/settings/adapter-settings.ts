import { inputOf, unchanged, type AdapterTypes, type Given, type Side } from './adapter-type.ts';
import { readJsonObject } from './json-object.ts';

/** One side of a job in the vendor's words; nothing where it is to stay as it is. */
export function adapterSettings(side: Side, types: AdapterTypes, given: Given): Given | undefined {
  const type = String(given[inputOf(side, 'type')] ?? unchanged);
  const known = types[type];
  if (known === undefined) return undefined;
  const fields = [...known.needs, ...known.takes].flatMap((name) => {
    const value = given[inputOf(side, name)];
    return value === undefined ? [] : [[name, value] as const];
  });
  const { settings, ...named } = Object.fromEntries(fields);
  if (settings === undefined) return { type, ...named };
  return withVendorSpelling({ type, ...readJsonObject(String(settings)) });
}

/** Some write it in two words. Source: section 3.7. */
const withVendorSpelling = (settings: Given): Given =>
  settings['type'] === 'bigQuery' ? { ...settings, type: 'bigquery' } : settings;
