import { invalid } from '../errors.ts';

/** When something is to happen, minute by minute: five lists, each of numbers or `["*"]`. */
export type Schedule = Readonly<Record<ScheduleField, readonly (number | string)[]>>;
type ScheduleField = 'minute' | 'hour' | 'dayOfMonth' | 'month' | 'dayOfWeek';

const names: Partial<Record<ScheduleField, readonly string[]>> = {
  month: ['', ...'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')],
  dayOfWeek: 'sun mon tue wed thu fri sat'.split(' '),
};
const bounds: Readonly<Record<ScheduleField, readonly [number, number]>> = {
  minute: [0, 59],
  hour: [0, 23],
  dayOfMonth: [1, 31],
  month: [1, 12],
  dayOfWeek: [0, 6],
};
const dayMs = 86_400_000;
/** Every date that there is comes within 8 years. */
const farthestDays = 8 * 366;

/** @throws ApiError 422 */
export function readSchedule(value: unknown): Schedule {
  if (typeof value !== 'object' || value === null) throw invalid("'schedule': value is not a dict");
  for (const field of Object.keys(bounds) as ScheduleField[]) {
    const list = (value as Partial<Schedule>)[field];
    const isFine = Array.isArray(list) && list.length > 0 && list.every((each) => isKnown(field, each));
    if (!isFine) throw invalid(`'schedule': ${field} is not a list of its values, or ["*"]`);
  }
  return value as Schedule;
}

/** The next time after another, in epoch milliseconds; nothing for a date that never comes. @param offsetMs of its time zone */
export function nextTime(schedule: Schedule, afterMs: number, offsetMs = 0): number | undefined {
  const startMs = Math.floor((afterMs + offsetMs) / 60_000) * 60_000 + 60_000;
  const hours = numbersOf(schedule, 'hour');
  const minutes = numbersOf(schedule, 'minute');
  for (let day = 0; day < farthestDays; day += 1) {
    const midnight = Math.floor(startMs / dayMs) * dayMs + day * dayMs;
    if (!isDay(schedule, new Date(midnight))) continue;
    for (const hour of hours)
      for (const minute of minutes) {
        const at = midnight + (hour * 60 + minute) * 60_000;
        if (at >= startMs) return at - offsetMs;
      }
  }
  return undefined;
}

/** Of the two kinds of days either one matches, unless one is `*`. */
function isDay(schedule: Schedule, date: Date): boolean {
  if (!numbersOf(schedule, 'month').includes(date.getUTCMonth() + 1)) return false;
  const ofMonth = numbersOf(schedule, 'dayOfMonth').includes(date.getUTCDate());
  const ofWeek = numbersOf(schedule, 'dayOfWeek').includes(date.getUTCDay());
  if (isAny(schedule.dayOfMonth)) return ofWeek;
  return isAny(schedule.dayOfWeek) ? ofMonth : ofMonth || ofWeek;
}

function numbersOf(schedule: Schedule, field: ScheduleField): readonly number[] {
  const [least, most] = bounds[field];
  if (isAny(schedule[field]))
    return Array.from({ length: most - least + 1 }, (_unused, index) => least + index);
  return schedule[field].map((each) => numberOf(field, each)).sort((a, b) => a - b);
}

function isAny(list: readonly (number | string)[]): boolean {
  return list[0] === '*';
}

function numberOf(field: ScheduleField, value: number | string): number {
  if (typeof value === 'number') return value;
  return names[field]?.indexOf(value.slice(0, 3).toLowerCase()) ?? -1;
}

function isKnown(field: ScheduleField, value: number | string): boolean {
  const [least, most] = bounds[field];
  const number = value === '*' ? least : numberOf(field, value);
  return Number.isInteger(number) && number >= least && number <= most;
}
