import type { Clock } from '@modelferry/http';
import { settle } from './settle.ts';

interface Sleeper {
  readonly dueMs: number;
  wake(): void;
}

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  /** Sleeps that have not ended: 0 proves that no timer is left behind. */
  readonly pending: number;
  /** The length of every sleep that was asked for, in milliseconds, in order. */
  readonly sleeps: readonly number[];
  /** Moves time, waking each sleeper at its own moment and letting it go on before the next one wakes. */
  advance(ms: number): Promise<void>;
  /** Keeps an {@link autoClock} from jumping while real I/O is under way. @returns what lets it go on */
  hold(): () => void;
}

/** 2027-01-15T08:00:00Z, a Friday. */
export const fakeNow = 1_800_000_000_000;

/** Time moves only by `advance`. */
export function fakeClock(startMs: number = fakeNow): FakeClock {
  return new StandingClock(startMs, false);
}

/**
 * Every sleep ends at once while time jumps to its end, in the order in which the sleeps are due and only when nothing
 * else can go on. Made for retries and polls; with real I/O, {@link FakeClock.hold} it.
 */
export function autoClock(startMs: number = fakeNow): FakeClock {
  return new StandingClock(startMs, true);
}

class StandingClock implements FakeClock {
  readonly sleeps: number[] = [];
  readonly #auto: boolean;
  #nowMs: number;
  #sleepers: Sleeper[] = [];
  #jumping = false;
  #holds = 0;

  constructor(startMs: number, auto: boolean) {
    this.#nowMs = startMs;
    this.#auto = auto;
  }

  get pending(): number {
    return this.#sleepers.length;
  }

  now(): number {
    return this.#nowMs;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    // A real timer would end at once, and what waits so would spin
    if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`No clock can sleep ${ms} ms.`);
    if (signal?.aborted) return Promise.reject(signal.reason);
    this.sleeps.push(ms);
    const slept = new Promise<void>((resolve, reject) => {
      const leave = () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        signal?.removeEventListener('abort', onAbort);
      };
      const onAbort = () => {
        leave();
        reject(signal?.reason);
      };
      const sleeper: Sleeper = {
        dueMs: this.#nowMs + ms,
        wake: () => {
          leave();
          resolve();
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#sleepers.push(sleeper);
    });
    if (this.#auto) void this.#jump();
    return slept;
  }

  async advance(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms;
    await settle();
    while (this.#wakeNext(untilMs)) await settle();
    this.#nowMs = untilMs;
    await settle();
  }

  hold(): () => void {
    this.#holds += 1;
    let held = true;
    return () => {
      if (held) this.#holds -= 1;
      held = false;
      if (this.#auto) void this.#jump();
    };
  }

  /** @returns whether there was a sleeper due by then */
  #wakeNext(untilMs: number): boolean {
    const [next] = this.#sleepers.toSorted((a, b) => a.dueMs - b.dueMs);
    if (!next || next.dueMs > untilMs) return false;
    this.#nowMs = Math.max(this.#nowMs, next.dueMs);
    next.wake();
    return true;
  }

  async #jump(): Promise<void> {
    if (this.#jumping) return;
    this.#jumping = true;
    do await settle();
    while (this.#holds === 0 && this.#wakeNext(Infinity));
    this.#jumping = false;
  }
}
