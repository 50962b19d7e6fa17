import type { TableHead } from '@modelferry/upload';

/** The types that the vendor's sample shows; one for free text is not documented (specification, Q20). */
export type ColumnType = 'string' | 'float' | 'date';

/** The documented forms of dates, as far as they cannot be taken for numbers: `2026-11-21`, `21/11/2026`, `Nov-26`. */
const dateForms: readonly RegExp[] = [
  /^\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?([ T]\d{1,2}:\d{2}(:\d{2})?)?$/,
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}([ T]\d{1,2}:\d{2}(:\d{2})?)?$/,
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-\d{2,4}$/i,
];

const isNumber = (text: string): boolean => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
/** A code such as a postal one: as a number it would lose its zeros. */
const hasLeadingZero = (text: string): boolean => /^[+-]?0\d/.test(text);

/** Guesses a column's type from its first values. Empty ones are missing and say nothing. */
export function guessColumnType(values: readonly string[]): ColumnType {
  const given = values.map((value) => value.trim()).filter((value) => value !== '');
  if (given.length === 0) return 'string';
  if (given.every(isNumber)) return given.some(hasLeadingZero) ? 'string' : 'float';
  return dateForms.some((form) => given.every((value) => form.test(value))) ? 'date' : 'string';
}

/** A type for each column: the one asked for, else a guess. */
export function columnTypes(
  { columns, rows }: Pick<TableHead, 'columns' | 'rows'>,
  asked: Readonly<Record<string, string>> = {},
): readonly (readonly [name: string, type: string])[] {
  return columns.map((name, at) => [
    name,
    Object.hasOwn(asked, name)
      ? (asked[name] ?? 'string')
      : guessColumnType(rows.map((row) => row[at] ?? '')),
  ]);
}
