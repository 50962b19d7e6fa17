import { performance } from 'node:perf_hooks';

const stepMs = 5;

/** How late the event loop was, in milliseconds. */
export interface Lag {
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly mostMs: number;
}

/**
 * Looks every few milliseconds how late a timer is. A loop that is held for long misses many looks: each of them counts
 * with the lateness that it would have seen, so that one long halt is not one small sample.
 */
export function startLagMeter(): { stop(): Lag } {
  const late: number[] = [];
  let due = performance.now() + stepMs;
  const look = () => {
    const now = performance.now();
    do {
      late.push(Math.max(0, now - due));
      due += stepMs;
    } while (due <= now);
    due = Math.max(due, now + stepMs);
    timer = setTimeout(look, stepMs);
  };
  let timer = setTimeout(look, stepMs);
  return {
    stop: () => {
      clearTimeout(timer);
      const sorted = Float64Array.from(late).sort();
      const at = (share: number) =>
        sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
      return { medianMs: at(0.5), p99Ms: at(0.99), mostMs: at(1) };
    },
  };
}
