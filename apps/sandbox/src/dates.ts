/** `2026-11-21T00:10:00Z` */
export function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** `2026-11-21` */
export function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
