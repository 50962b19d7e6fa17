/** How long to pause between two looks. */
export interface PollInterval {
  /** Pause after the first look, in milliseconds. */
  readonly initialMs: number;
  /** Longest pause, in milliseconds. @default initialMs, which polls at an even pace */
  readonly maxMs?: number;
  /** What the pause is multiplied with after each look. @default 1.5 */
  readonly factor?: number;
  /**
   * Share of the pause that is drawn by chance, from 0 to 1, so that many pollers do not march in step.
   * @default 0.2, and 0.9 after the first look: who begins together is spread over the whole pause from there on
   */
  readonly jitter?: number;
}

/**
 * The pause after look number `look` (from 1), in milliseconds. Never above `maxMs`, never below half of the first even
 * pause (a tenth of it after the first look), never 0.
 */
export function pollPauseMs(interval: PollInterval, look: number, random: () => number): number {
  const { initialMs, maxMs = initialMs, factor = 1.5, jitter = look === 1 ? 0.9 : 0.2 } = interval;
  const firstMs = Math.max(1, Math.min(initialMs, maxMs));
  const evenMs = Math.min(Math.max(firstMs, maxMs), firstMs * factor ** Math.min(look - 1, 64));
  const leastMs = look === 1 ? firstMs / 10 : firstMs / 2;
  return Math.max(1, leastMs, evenMs * (1 - jitter * random()));
}
