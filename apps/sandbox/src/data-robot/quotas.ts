import type { SandboxClock } from '../clock.ts';

/** The vendor's words for the span that a limit is for. */
export type QuotaWindow = 'min' | 'hour' | 'day';

/** One rule of a quota. */
export interface QuotaRule {
  /** `requests` is counted; other words are kept and change nothing. */
  readonly rule: string;
  readonly limit: number;
  readonly window: QuotaWindow;
}

/** How often a deployment may be asked in real time. */
export interface Quota {
  readonly id: string;
  readonly resourceType: 'deployment';
  readonly resourceId: string;
  defaultRules: readonly QuotaRule[];
}

export const windowMs: Readonly<Record<QuotaWindow, number>> = {
  min: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/** The quotas, and the calls that they count. */
export class Quotas {
  readonly all = new Map<string, Quota>();
  readonly #counts = new Map<string, { startMs: number; count: number }>();
  readonly #clock: SandboxClock;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** Counts a call to a deployment. @returns milliseconds until there is room again, if a quota is used up */
  count(deploymentId: string): number | undefined {
    const quota = [...this.all.values()].find(({ resourceId }) => resourceId === deploymentId);
    const rules = (quota?.defaultRules ?? []).filter(({ rule }) => rule === 'requests');
    const waits = rules.map(({ limit, window }) => this.#countOne(deploymentId, window, limit));
    this.#countOne(deploymentId, 'hour', Number.POSITIVE_INFINITY, 'usage');
    return waits.find((wait) => wait !== undefined);
  }

  /** Calls of the running hour, to all deployments. */
  usage(): { readonly count: number; readonly leftMs: number } {
    const running = [...this.#counts].filter(([key]) => key.endsWith(':usage'));
    const ends = running
      .map(([, { startMs }]) => startMs + windowMs.hour)
      .filter((end) => end > this.#clock.now());
    const count = running
      .filter(([, { startMs }]) => startMs + windowMs.hour > this.#clock.now())
      .reduce((sum, [, each]) => sum + each.count, 0);
    return { count, leftMs: ends.length === 0 ? windowMs.hour : Math.min(...ends) - this.#clock.now() };
  }

  clear(): void {
    this.all.clear();
    this.#counts.clear();
  }

  #countOne(deploymentId: string, window: QuotaWindow, limit: number, kind = 'rule'): number | undefined {
    const now = this.#clock.now();
    const key = `${deploymentId}:${window}:${kind}`;
    const known = this.#counts.get(key);
    const running =
      known === undefined || known.startMs + windowMs[window] <= now ? { startMs: now, count: 0 } : known;
    this.#counts.set(key, running);
    if (running.count >= limit) return running.startMs + windowMs[window] - now;
    running.count += 1;
    return undefined;
  }
}
