import type { ColumnType } from './task.ts';

const dayMs = 86_400_000;

/** A number, or `NaN` for anything that is none (also the empty string and hexadecimal). */
export function toNumber(text: string): number {
  const trimmed = text.trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** Days since 1970 of `yyyy-MM-dd`, `yyyy/M/d`, each with or without a time of day; `NaN` for anything else. */
export function toDays(text: string): number {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(
    text.trim(),
  );
  if (match === null) return Number.NaN;
  const [year, month, day, hour, minute] = match.slice(1).map((part) => Number(part ?? 0));
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute) / dayMs;
}

export function isMissing(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** What a column most likely holds: at most one value in twenty may disagree. */
export function guessType(values: readonly string[]): ColumnType {
  const present = values.filter((value) => !isMissing(value));
  if (present.length === 0) return 'category';
  const share = (read: (text: string) => number): number =>
    present.filter((value) => !Number.isNaN(read(value))).length / present.length;
  if (share(toNumber) >= 0.95) return 'number';
  return share(toDays) >= 0.95 ? 'date' : 'category';
}
