/** Local date and time as ZIP keeps them: from 1980 to 2107, in steps of two seconds. */
export interface DosTime {
  readonly date: number;
  readonly time: number;
}

/** The beginning of ZIP's calendar: the same archive for the same input, whenever it is made. */
export const earliestDosTime: DosTime = { date: (1 << 5) | 1, time: 0 };

/** A moment in ZIP's calendar, taken as UTC so that it does not depend on the machine; clamped to what can be written. */
export function dosTime(moment: Date): DosTime {
  const year = moment.getUTCFullYear();
  if (!(year >= 1980)) return earliestDosTime;
  if (year > 2107) return dosTime(new Date('2107-12-31T23:59:58Z'));
  return {
    date: ((year - 1980) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate(),
    time: (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1),
  };
}
