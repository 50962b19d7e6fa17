import * as v from 'valibot';
import { text } from './kinds.ts';

/**
 * By which a list is narrowed to names with a text in them.
 * @param entries what the list holds, as sentences call it: `models`
 * @param example a text that such a name may have in it
 */
export const nameContainsInput = (entries: string, example: string) =>
  v.optional(
    text({
      title: 'Name Contains',
      description: `Only ${entries} with this in their name, in whatever case`,
      placeholder: `e.g. ${example}`,
      advanced: true,
    }),
  );

/** Tells which entries have a text in their name, in whatever case; where none is given, all do. */
export function nameContains(part = ''): (entry: { readonly name?: string | null | undefined }) => boolean {
  const wanted = part.toLowerCase();
  return ({ name }) => (name ?? '').toLowerCase().includes(wanted);
}
