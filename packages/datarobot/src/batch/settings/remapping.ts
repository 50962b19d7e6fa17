/** New names of columns by their old ones; null drops a column. */
export type Remapping = Readonly<Record<string, string | null>>;

/** An old name, an equals sign, a new name; the new name is after the last one, and may be missing. */
const pair = /^(.+)=([^=]*)$/s;

export const isRenaming = (entry: string): boolean => pair.test(entry);

/** Reads `old=new` and `old=`, which drops the column. */
export function toRemapping(entries: readonly string[] | undefined): Remapping | undefined {
  if (entries === undefined || entries.length === 0) return undefined;
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const [, from, to] = pair.exec(entry) ?? [];
      return from === undefined ? [] : [[from.trim(), to?.trim() === '' ? null : (to?.trim() ?? null)]];
    }),
  );
}
