import type { Schedule } from '../../client/schedule.ts';

interface Part {
  readonly name: keyof Schedule;
  readonly title: string;
  readonly min: number;
  readonly max: number;
  /** Words for values, the first one for `min`. */
  readonly words?: readonly string[];
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const days = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
/** So much of a word is enough. */
const shortestWord = 3;

/** In the order of a cron text. Source of the bounds: section 3.14. */
const parts: readonly Part[] = [
  { name: 'minute', title: 'the minute', min: 0, max: 59 },
  { name: 'hour', title: 'the hour', min: 0, max: 23 },
  { name: 'dayOfMonth', title: 'the day of the month', min: 1, max: 31 },
  { name: 'month', title: 'the month', min: 1, max: 12, words: months },
  // 7 is Sunday, too
  { name: 'dayOfWeek', title: 'the day of the week', min: 0, max: 7, words: days },
];

const shorthands: ReadonlyMap<string, string> = new Map([
  ['@hourly', '0 * * * *'],
  ['@daily', '0 0 * * *'],
  ['@weekly', '0 0 * * 0'],
  ['@monthly', '0 0 1 * *'],
  ['@yearly', '0 0 1 1 *'],
]);

/** What keeps a text from being a schedule; nothing where it is one. */
export function cronProblem(text: string): string | undefined {
  const fields = fieldsOf(text);
  if (fields.length !== parts.length)
    return `must have five fields, for minute, hour, day of the month, month, day of the week, and has ${fields.length}: such as 0 2 * * 1-5`;
  for (const [at, part] of parts.entries()) {
    const wrong = (fields[at] ?? '').split(',').find((item) => valuesOf(part, item) === undefined);
    if (wrong !== undefined)
      return `"${wrong}" is nothing for ${part.title}: give *, a number from ${part.min} to ${part.max}${part.words ? ` or a name such as ${part.words[1]?.slice(0, shortestWord)}` : ''}, a range such as ${part.min}-${part.min + 2}, or a step such as */2`;
  }
  return undefined;
}

/** Reads a cron text as the vendor has schedules: five lists. @throws Error for one that {@link cronProblem} names faults of */
export function readCron(text: string): Schedule {
  const problem = cronProblem(text);
  if (problem !== undefined) throw new Error(problem);
  const fields = fieldsOf(text);
  return Object.fromEntries(
    parts.map((part, at) => [part.name, listOf(part, fields[at] ?? '*')]),
  ) as unknown as Schedule;
}

/** A schedule as a cron text; undefined where the vendor shows none, or one of another form. */
export function writeCron(schedule: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const lists = parts.map(({ name }) => schedule?.[name]);
  return lists.every((list) => Array.isArray(list) && list.length > 0)
    ? lists.map((list) => (list as unknown[]).join(',')).join(' ')
    : undefined;
}

const fieldsOf = (text: string): readonly string[] => {
  const plain = text.trim().toLowerCase();
  return (shorthands.get(plain) ?? plain).split(/\s+/);
};

function listOf(part: Part, field: string): readonly (number | string)[] {
  const items = field.split(',');
  if (items.some((item) => item === '*' || item === '*/1')) return ['*'];
  const values = items.flatMap((item) => valuesOf(part, item) ?? []);
  const plain = part.name === 'dayOfWeek' ? values.map((value) => value % 7) : values;
  return [...new Set(plain)].sort((a, b) => a - b);
}

const itemForm = /^(?:\*|([a-z]+|\d+)(?:-([a-z]+|\d+))?)(?:\/([1-9]\d*))?$/;

/** The numbers that an item stands for: `*`, `5`, `mon-fri`, `10-50/5`, and `10/5`, which goes on to the end. */
function valuesOf(part: Part, item: string): readonly number[] | undefined {
  const [matched, from, to, step] = itemForm.exec(item) ?? [];
  if (matched === undefined) return undefined;
  const last = part.name === 'dayOfWeek' && to === undefined ? part.max - 1 : part.max;
  const start = from === undefined ? part.min : numberOf(part, from);
  const end =
    to === undefined ? (from === undefined || step !== undefined ? last : start) : numberOf(part, to);
  if (start === undefined || end === undefined || start > end) return undefined;
  const every = Number(step ?? 1);
  return Array.from({ length: Math.floor((end - start) / every) + 1 }, (_, at) => start + at * every);
}

function numberOf({ min, max, words }: Part, text: string): number | undefined {
  if (!/^\d+$/.test(text)) {
    const at = words?.findIndex((word) => word.startsWith(text)) ?? -1;
    return at < 0 || text.length < shortestWord ? undefined : at + min;
  }
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
}
