import { setTimeout as sleep } from 'node:timers/promises';
import { Unmet } from './checks.ts';

/** Looks every 50 ms until there is something to see. */
export async function waitFor<T>(
  what: string,
  limitMs: number,
  look: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const endsAtMs = performance.now() + limitMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (performance.now() > endsAtMs) throw new Unmet(`${what} did not come within ${limitMs / 1000} s`);
    await sleep(50);
  }
}
