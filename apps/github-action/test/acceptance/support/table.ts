import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

type Line = Readonly<Record<string, string>>;

/** The lines of a CSV, by their columns. */
export const linesOf = (csv: string): readonly Line[] => parse(csv, { columns: true, bom: true }) as Line[];

/** A CSV of these lines. */
export const csvOf = (lines: readonly Line[]): string => stringify([...lines], { header: true });
