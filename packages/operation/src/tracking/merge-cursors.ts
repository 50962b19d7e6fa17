import type { CursorMerge } from '../trigger.ts';
import type { TrackingCursor } from './tracking-cursor.ts';
import { withinBounds } from './track.ts';

/**
 * Joins what two polls know that began with the same cursor: a job is watched as long as neither has told its end. Of two
 * first polls the one that was done first stands, since what ended between them was told by neither.
 */
export function mergeCursors({ base, stored, next }: CursorMerge<TrackingCursor>): TrackingCursor {
  if (base === undefined) return stored;
  const ended = { ...stored.ended, ...next.ended };
  const atFirst = new Set(base.open);
  const inTheEnd = new Set(next.open);
  const kept = stored.open.filter((id) => !atFirst.has(id) || inTheEnd.has(id));
  const added = next.open.filter((id) => !atFirst.has(id));
  const open = [...new Set([...kept, ...added])].filter((id) => !Object.hasOwn(ended, id));
  const floorMs = Math.max(stored.floorMs ?? -Infinity, next.floorMs ?? -Infinity);
  const told = Object.keys(ended).filter((id) => !Object.hasOwn(base.ended, id));
  return withinBounds(floorMs, open, ended, told);
}
