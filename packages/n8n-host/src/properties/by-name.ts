/** From this many entries on, n8n wants a list sorted by what the user sees. */
const minSorted = 5;

/** Sorts what n8n wants sorted, and leaves a short list as it was declared. */
export function byName<T>(entries: readonly T[], nameOf: (entry: T) => string): T[] {
  if (entries.length < minSorted) return [...entries];
  return [...entries].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
}
