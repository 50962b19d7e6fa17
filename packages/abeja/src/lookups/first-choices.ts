import type { LookupEntry, LookupPage, LookupRequest } from '@modelferry/operation';

/** More than a form can show. */
const maxChoices = 500;

/** What can be chosen out of a list that is filtered here: the vendor filters none of its own. */
export async function firstChoices<Entry>(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  { filter }: LookupRequest,
  choiceOf: (entry: Entry) => LookupEntry,
): Promise<LookupPage> {
  const wanted = filter?.trim().toLowerCase() ?? '';
  const found: LookupEntry[] = [];
  for await (const entry of entries) {
    const choice = choiceOf(entry);
    if (`${choice.title} ${choice.value}`.toLowerCase().includes(wanted)) found.push(choice);
    if (found.length >= maxChoices) break;
  }
  return { entries: found };
}

/** What is known of something beside its name; nothing where nothing is. */
export const described = (...facts: readonly (string | undefined)[]): string | undefined =>
  facts.filter(Boolean).join(', ') || undefined;

/** The value of an input that a lookup depends on, as far as it was entered. */
export function enteredOf({ inputs }: LookupRequest, name: string): string | undefined {
  const value = inputs?.[name];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? undefined : text;
}
