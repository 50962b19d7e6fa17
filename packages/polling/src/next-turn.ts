import type { Clock } from '@modelferry/http';

/** A look each half millisecond: at 200 us of processor time a look, 40 % of what one event loop has. */
const stepMs = 0.5;
/** As many looks as this may have gone unused, in milliseconds, and begin at once. */
const savedMs = 8;

interface Turns {
  /** When the next look may begin, in milliseconds since 1970. */
  nextAtMs: number;
  takenAtMs: number;
}

const turnsOf = new WeakMap<Clock, Turns>();

/**
 * Takes the next turn to look at a job, whoever looks at what: ten thousand waits that begin together would otherwise hold
 * the event loop for a second, and come back together.
 * @returns how long to wait for the turn, in milliseconds: 0 below 2,000 looks a second
 */
export function nextTurn(clock: Clock): number {
  const nowMs = clock.now();
  const turns = turnsOf.get(clock) ?? { nextAtMs: 0, takenAtMs: nowMs };
  // A clock that was set back must not hold up anybody
  const atMs = nowMs < turns.takenAtMs ? nowMs : Math.max(turns.nextAtMs, nowMs - savedMs);
  turnsOf.set(clock, Object.assign(turns, { nextAtMs: atMs + stepMs, takenAtMs: nowMs }));
  return Math.max(0, atMs - nowMs);
}
