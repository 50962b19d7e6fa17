import { guessType, isMissing, toDays, toNumber } from './values.ts';
import type { ColumnType } from './task.ts';

/** One column of a table as the numbers that a linear model takes. */
export interface Feature {
  readonly column: string;
  readonly type: ColumnType;
  readonly width: number;
  /** Writes `width` numbers from `at` on. */
  readonly encode: (text: string, into: Float64Array, at: number) => void;
}

const maxCategories = 16;
const maxDeviations = 4;

/** How to encode a column, learnt from its values; nothing for a column that says nothing. */
export function learnFeature(
  column: string,
  values: readonly string[],
  type?: ColumnType,
): Feature | undefined {
  const kind = type ?? guessType(values);
  if (kind === 'category') return categories(column, values);
  return numeric(column, values, kind);
}

/** The standard score, its square (a bend), whether it is missing; for a date also the season of the year. */
function numeric(column: string, values: readonly string[], type: 'number' | 'date'): Feature | undefined {
  const read = type === 'number' ? toNumber : toDays;
  const known = values.map(read).filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
  if (known.length === 0 || deviation === 0) return undefined;
  return {
    column,
    type,
    width: type === 'date' ? 5 : 3,
    encode: (text, into, at) => {
      const value = read(text);
      if (Number.isNaN(value)) {
        into[at + 2] = 1;
        return;
      }
      const score = Math.max(-maxDeviations, Math.min(maxDeviations, (value - mean) / deviation));
      into[at] = score;
      into[at + 1] = score * score - 1;
      if (type === 'number') return;
      const angle = (2 * Math.PI * value) / 365.2425;
      into[at + 3] = Math.sin(angle);
      into[at + 4] = Math.cos(angle);
    },
  };
}

/** One number per frequent value. A column in which nearly every value is another one (a name, an id) says nothing. */
function categories(column: string, values: readonly string[]): Feature | undefined {
  const counts = new Map<string, number>();
  let present = 0;
  for (const value of values) {
    if (isMissing(value)) continue;
    present += 1;
    counts.set(value.trim(), (counts.get(value.trim()) ?? 0) + 1);
  }
  if (counts.size < 2 || (counts.size > maxCategories && counts.size > present / 2)) return undefined;
  const frequent = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, maxCategories);
  const place = new Map(frequent.map(([value], index) => [value, index]));
  return {
    column,
    type: 'category',
    width: place.size,
    encode: (text, into, at) => {
      const index = place.get(text.trim());
      if (index !== undefined) into[at + index] = 1;
    },
  };
}
