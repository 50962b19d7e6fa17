/**
 * Does work for each entry, so many at a time, and gives the results in the order of the entries. A failure ends it: none
 * is begun after it.
 */
export async function inOrder<Entry, Result>(
  entries: readonly Entry[],
  concurrency: number,
  work: (entry: Entry, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(entries.length);
  let next = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    while (!failed && next < entries.length) {
      const index = next++;
      try {
        results[index] = await work(entries[index] as Entry, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, entries.length) }, worker));
  return results;
}
