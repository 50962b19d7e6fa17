/**
 * Sets a key of a record whose keys differ only by more than case, as inputs, outputs and state are to the runner. The
 * first spelling stays.
 */
export function setCaseless(record: Record<string, string>, key: string, value: string): void {
  record[caselessKey(record, key) ?? key] = value;
}

/** The spelling under which a record holds a key, if it does. */
export const caselessKey = (record: Readonly<Record<string, unknown>>, key: string): string | undefined =>
  Object.keys(record).find((held) => held.toLowerCase() === key.toLowerCase());
