/** Part of a list, and where the next one begins. */
export interface ListPart<Entry, Place> {
  readonly entries: readonly Entry[];
  /** Undefined where the vendor says that there is no more. */
  readonly next: Place | undefined;
}

/**
 * Reads a list to its end, part by part, as far as the caller goes on. A part that holds nothing new ends it, whatever the
 * vendor says of more. Nothing comes twice.
 * @param start where the first part begins: an offset, or what stands for "no token"
 */
export async function* walkList<Entry, Place>(
  start: Place,
  read: (place: Place) => Promise<ListPart<Entry, Place>>,
  idOf: (entry: Entry) => string,
): AsyncGenerator<Entry> {
  const seen = new Set<string>();
  for (let place: Place | undefined = start; place !== undefined;) {
    const { entries, next }: ListPart<Entry, Place> = await read(place);
    const fresh = entries.filter((entry) => !seen.has(idOf(entry)) && seen.add(idOf(entry)));
    yield* fresh;
    place = fresh.length === 0 ? undefined : next;
  }
}
