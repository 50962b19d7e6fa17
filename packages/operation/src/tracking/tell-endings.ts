import type { TriggerEvent, TriggerPoll } from '../trigger.ts';
import type { Sightings } from './sighting.ts';
import { track } from './track.ts';
import type { TrackingCursor } from './tracking-cursor.ts';

/** What a poll has seen, and the things themselves, by the IDs of their sightings. */
export interface Seen<Thing> extends Sightings {
  readonly things: ReadonlyMap<string, Thing>;
}

/** What is told of things that have ended. */
export interface Telling<Thing, Event extends TriggerEvent> {
  eventOf(thing: Thing): Event;
  isWanted(event: Event): boolean;
}

/** Tells of those endings that are wanted, each one since the poll before. */
export function tellEndings<Thing, Event extends TriggerEvent>(
  before: TrackingCursor | undefined,
  { things, ...sightings }: Seen<Thing>,
  { eventOf, isWanted }: Telling<Thing, Event>,
): TriggerPoll<Event['output'], TrackingCursor> & { readonly events: readonly Event[] } {
  const { endings, cursor } = track(before, sightings);
  const events = endings
    .flatMap((id) => things.get(id) ?? [])
    .map((thing) => eventOf(thing))
    .filter((event) => isWanted(event));
  return { events, cursor };
}
