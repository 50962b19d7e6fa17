/** A time of a vendor's in epoch milliseconds, UTC where it names no zone; undefined where it is none. */
export function timeOf(shown = ''): number | undefined {
  const ms = Date.parse(/T[\d:.]+$/.test(shown) ? `${shown}Z` : shown);
  return Number.isNaN(ms) ? undefined : ms;
}
