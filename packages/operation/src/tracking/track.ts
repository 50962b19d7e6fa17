import { maxEnded, maxIdle, maxOpen, type TrackingCursor } from './tracking-cursor.ts';
import type { Sighting, Sightings } from './sighting.ts';

/** What became of the jobs between two polls. */
export interface Tracked {
  /** IDs of the jobs that have ended since, in the order in which they were made. */
  readonly endings: readonly string[];
  readonly cursor: TrackingCursor;
}

/**
 * Holds what a poll has seen against what the one before remembered. The first poll finds no endings: what has ended by
 * then is of no interest.
 */
export function track(before: TrackingCursor | undefined, sightings: Sightings): Tracked {
  const { floorMs, open, ended } = before ?? { floorMs: null, open: [], ended: {} };
  const seen = new Map(sightings.seen.map((one) => [one.id, one]));
  const watched = new Set(open);
  const isKnown = ({ id, madeAtMs }: Sighting): boolean =>
    !watched.has(id) &&
    (Object.hasOwn(ended, id) || (floorMs !== null && madeAtMs !== undefined && madeAtMs < floorMs));

  const endings = [...seen.values()].filter((one) => one.hasEnded && !isKnown(one)).sort(byAge);
  const goingOn = [...seen.values()].filter((one) => !one.hasEnded && !Object.hasOwn(ended, one.id));
  const over = new Set([...endings.map(({ id }) => id), ...(sightings.gone ?? [])]);
  const admitted = admit(open, goingOn, over);
  // Those there is no room for are seen again as long as the floor stays below them; what ended before we began is not
  const leftOut =
    before === undefined ? [] : goingOn.filter(({ id, isIdle }) => !isIdle && !admitted.has(id));
  const firstLeftOutMs = Math.min(...leftOut.map(({ madeAtMs }) => madeAtMs ?? Infinity));
  const allEnded = { ...ended, ...Object.fromEntries(endings.map((one) => [one.id, one.madeAtMs ?? null])) };
  const behindMs = Math.min(firstLeftOutMs, (sightings.completeToMs ?? -Infinity) - sightings.lookBackMs);
  const told = before === undefined ? [] : endings.map(({ id }) => id);
  const newToUs = told.filter((id) => !watched.has(id));
  return {
    endings: told,
    cursor: withinBounds(Math.max(floorMs ?? -Infinity, behindMs), [...admitted], allEnded, newToUs),
  };
}

const byAge = (a: Sighting, b: Sighting): number => (a.madeAtMs ?? 0) - (b.madeAtMs ?? 0);

/** Which jobs to watch: those that were watched, then others as far as there is room. */
function admit(
  open: readonly string[],
  goingOn: readonly Sighting[],
  over: ReadonlySet<string>,
): ReadonlySet<string> {
  const idle = goingOn.filter(({ isIdle }) => isIdle).sort(byAge);
  const tooIdle = new Set(idle.slice(0, Math.max(0, idle.length - maxIdle)).map(({ id }) => id));
  const seen = new Set(goingOn.map(({ id }) => id));
  const left = open.filter((id) => !over.has(id) && !tooIdle.has(id));
  // What was not seen is the first to be asked for next time
  const watched = [...left.filter((id) => !seen.has(id)), ...left.filter((id) => seen.has(id))];
  const fresh = goingOn.filter(({ id }) => !tooIdle.has(id)).sort(byAge);
  return new Set([...new Set([...watched, ...fresh.map(({ id }) => id)])].slice(0, maxOpen));
}

/**
 * Drops ended jobs that the floor alone keeps apart, and lifts it where there are still too many.
 * @param told those that nobody knew before their end was told: a poll that overlaps may take them up, and is to learn of it
 */
export function withinBounds(
  floorMs: number,
  open: readonly string[],
  ended: TrackingCursor['ended'],
  told: readonly string[],
): TrackingCursor {
  const justTold = new Set(told);
  const isApart = (id: string, madeAtMs: number | null, fromMs: number): boolean =>
    madeAtMs === null || madeAtMs >= fromMs || justTold.has(id);
  const kept = Object.entries(ended)
    .filter(([id, madeAtMs]) => isApart(id, madeAtMs, floorMs))
    .sort(([, a], [, b]) => (b ?? -Infinity) - (a ?? -Infinity));
  const lowest = kept[maxEnded]?.[1];
  const lifted = lowest === undefined ? floorMs : Math.max(floorMs, (lowest ?? -Infinity) + 1);
  const within = kept.slice(0, maxEnded).filter(([id, madeAtMs]) => isApart(id, madeAtMs, lifted));
  return {
    floorMs: Number.isFinite(lifted) ? lifted : null,
    open: [...open],
    ended: Object.fromEntries(within),
  };
}
