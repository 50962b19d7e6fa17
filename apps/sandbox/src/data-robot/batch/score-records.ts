import { parse } from 'csv-parse/sync';
import type { FittedModel } from '../../models/model.ts';
import type { JobSpec } from './job-spec.ts';
import type { ScoredRow } from './scored-row.ts';

/** A row with this value in any column cannot be scored: the way to have rows fail. */
export const badCell = 'sandbox-bad-row';

/** What the reading of records must know. */
export type RecordForm = Pick<JobSpec, 'dialect' | 'codec'>;

/** When a row is explained. */
export type Thresholds = Pick<JobSpec, 'thresholdHigh' | 'thresholdLow'>;

/**
 * Scores records as they came. A record that spoils its slice is found by reading one by one, and fails alone.
 *
 * @param header names of the columns
 */
export function scoreRecords(
  records: readonly string[],
  header: readonly string[],
  model: FittedModel,
  spec: JobSpec,
): ScoredRow[] {
  const places = new Map(header.map((name, index) => [name, index]));
  return readRecords(records, spec).map((row) => {
    const valueOf = (column: string): string => row[places.get(column) ?? -1] ?? '';
    const status = statusOf(row, header);
    if (status !== 'OK') return { valueOf, status };
    return {
      valueOf,
      status,
      prediction: model.predict(valueOf),
      ...(spec.maxExplanations > 0 && isExplained(model, spec, valueOf)
        ? { reasons: model.explain(valueOf) }
        : {}),
    };
  });
}

/** The cells of the header. */
export function readHeader(latin1: string, spec: RecordForm): readonly string[] {
  return (readRecords([latin1], spec)[0] ?? []).map((name) => name.trim());
}

/** One row each; a record that cannot be read gives a row without cells. */
export function readRecords(records: readonly string[], spec: RecordForm): readonly (readonly string[])[] {
  const { delimiter, quote } = spec.dialect;
  const read = (text: string): string[][] =>
    parse(spec.codec.decode(text), { delimiter, quote, escape: quote, bom: true, relax_column_count: true });
  try {
    const rows = read(records.join('\n'));
    if (rows.length === records.length) return rows;
  } catch {
    // One by one, then
  }
  return records.map((record) => {
    try {
      return read(record)[0] ?? [];
    } catch {
      return [];
    }
  });
}

/** `OK`, or why the row cannot be scored. */
export function statusOf(row: readonly string[], header: readonly string[]): string {
  if (row.length !== header.length)
    return `sandbox: ${row.length} values where the header has ${header.length}`;
  return row.includes(badCell) ? `sandbox: ${badCell} cannot be scored` : 'OK';
}

/** Between the thresholds nothing is explained; of two classes, the positive one's share is looked at. */
export function isExplained(
  model: FittedModel,
  spec: Thresholds,
  valueOf: (column: string) => string,
): boolean {
  const { thresholdHigh, thresholdLow } = spec;
  if (thresholdHigh === undefined && thresholdLow === undefined) return true;
  const { value, probabilities = {} } = model.predict(valueOf);
  const { type, positiveValue = '' } = model.task;
  const measure =
    type === 'regression'
      ? Number(value)
      : (probabilities[type === 'binary_classification' ? positiveValue : value] ?? 0);
  return (
    measure > (thresholdHigh ?? Number.POSITIVE_INFINITY) ||
    measure < (thresholdLow ?? Number.NEGATIVE_INFINITY)
  );
}
