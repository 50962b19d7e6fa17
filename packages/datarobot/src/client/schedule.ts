/**
 * When something runs by itself: each list is `['*']` or values. `dayOfMonth` and `dayOfWeek` add up. In which time zone
 * is not documented (`schedule-local-time`). Source: section 3.14.
 */
export interface Schedule {
  /** From 0 to 59. */
  readonly minute: readonly (number | string)[];
  /** From 0 to 23. */
  readonly hour: readonly (number | string)[];
  /** From 1 to 31. */
  readonly dayOfMonth: readonly (number | string)[];
  /** From 1 to 12, or names. */
  readonly month: readonly (number | string)[];
  /** From 0, Sunday, to 6, or names. */
  readonly dayOfWeek: readonly (number | string)[];
}
