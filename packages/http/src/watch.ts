import type { Clock } from './clock.ts';

/** Something to be done once, at a moment that may still move. */
export interface Watched {
  /** In milliseconds since 1970; Infinity for not as far as is known. */
  dueAtMs(): number;
  act(): void;
}

/** Waits for what is due, with one sleep at a time. Who is added twice is there once. */
export interface Watch {
  /** Adds it; what is due already is done before this returns. */
  add(one: Watched): void;
  /** Its moment may have come nearer. Does nothing with what is not there. */
  look(one: Watched): void;
  remove(one: Watched): void;
}

const watches = new WeakMap<Clock, Watch>();

/** The watch of a clock: a sleep of its own for each of a thousand requests would cost more than the requests' other parts. */
export function watchOf(clock: Clock): Watch {
  const watch = watches.get(clock) ?? newWatch(clock);
  watches.set(clock, watch);
  return watch;
}

/** Longest sleep, in milliseconds: what is due in an hour must not sleep so long that whatever comes next has to wake it. */
const maxSleepMs = 30_000;

/** A reason that is made once: an abort without one makes an error, with its stack, each time. */
const over = new Error('The watch is over.');

function newWatch(clock: Clock): Watch {
  const all = new Set<Watched>();
  let sleep: { readonly untilMs: number; readonly stopped: AbortController } | undefined;

  const wakeBy = (dueAtMs: number) => {
    const atMs = Math.min(dueAtMs, clock.now() + maxSleepMs);
    if (atMs >= (sleep?.untilMs ?? Infinity)) return;
    sleep?.stopped.abort(over);
    const stopped = new AbortController();
    const mine = (sleep = { untilMs: atMs, stopped });
    const wake = () => {
      if (sleep !== mine) return;
      sleep = undefined;
      doDue();
    };
    clock.sleep(atMs - clock.now(), stopped.signal).then(wake, () => undefined); // Only the stop ends it early
  };

  const doDue = () => {
    let nextMs = Infinity;
    for (const one of all) {
      const dueAtMs = one.dueAtMs();
      if (dueAtMs > clock.now()) nextMs = Math.min(nextMs, dueAtMs);
      else if (all.delete(one)) one.act();
    }
    rest(nextMs);
  };

  /** No timer stays behind where nobody waits. */
  const rest = (nextMs: number) => {
    if (nextMs < Infinity) return wakeBy(nextMs);
    sleep?.stopped.abort(over);
    sleep = undefined;
  };

  const look = (one: Watched) => {
    if (!all.has(one)) return;
    const dueAtMs = one.dueAtMs();
    if (dueAtMs > clock.now()) return wakeBy(dueAtMs);
    all.delete(one);
    one.act();
    if (all.size === 0) rest(Infinity);
  };

  return {
    add: (one) => {
      all.add(one);
      look(one);
    },
    look,
    remove: (one) => {
      if (all.delete(one) && all.size === 0) rest(Infinity);
    },
  };
}
