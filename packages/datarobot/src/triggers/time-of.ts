/** A time of the vendor's in epoch milliseconds; undefined where it is none. */
export function timeOf(shown: string | undefined): number | undefined {
  const ms = Date.parse(shown ?? '');
  return Number.isNaN(ms) ? undefined : ms;
}
