/** Rounds away the digits that nobody reads, and that may differ between machines. */
export function sixDigits(value: number): number {
  return Number(value.toPrecision(6));
}
