const binMs = 100;

/** The busiest 100 ms over the mean, from the third interval on: until then, what was begun together is still spreading. */
export function burst(bins: readonly number[], intervalMs: number): number {
  const settled = bins.slice((2 * intervalMs) / binMs);
  const mean = settled.reduce((sum, polls) => sum + polls, 0) / settled.length;
  return Math.max(...settled) / mean;
}
