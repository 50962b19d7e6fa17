/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1];
  const high = sorted[Math.floor(middle)];
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing.');
  return (low + high) / 2;
}

/**
 * How much faster ours was than the peer: the median of the ratios round by round, since what disturbs a machine for a
 * while disturbs both.
 */
export const medianRatio = (peer: readonly number[], ours: readonly number[]): number =>
  median(peer.map((value, round) => value / (ours[round] ?? Number.NaN)));
