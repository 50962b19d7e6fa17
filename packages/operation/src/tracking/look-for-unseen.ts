import type { TrackingCursor } from './tracking-cursor.ts';

/** How many watched things that no list has shown are asked for in one poll. The next one asks for others. */
const maxLooks = 200;

/**
 * Asks for each watched thing that is not among those of the lists, and adds it to them.
 * @param look gives undefined for what is there no more
 * @returns IDs of what is there no more
 */
export async function lookForUnseen<Thing>(
  before: TrackingCursor | undefined,
  things: Map<string, Thing>,
  look: (id: string) => Promise<Thing | undefined>,
): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const id of (before?.open ?? []).filter((one) => !things.has(one)).slice(0, maxLooks)) {
    const thing = await look(id);
    if (thing === undefined) gone.push(id);
    else things.set(id, thing);
  }
  return gone;
}
