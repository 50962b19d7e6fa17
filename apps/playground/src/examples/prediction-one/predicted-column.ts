import type { Item } from '../../n8n/execution.ts';
import { Unexpected } from '../example.ts';

/**
 * One column of the predictions that came back, in the order of the rows.
 * @throws {Unexpected} when rows are missing, or one has no such column
 */
export function predictedColumn(items: readonly Item[], column: string, rowCount: number): readonly string[] {
  if (items.length !== rowCount) throw new Unexpected(`${items.length} rows came back, not ${rowCount}`);
  return items.map(({ json }, index) => {
    const value = (json.prediction as Readonly<Record<string, unknown>> | undefined)?.[column];
    if (value === undefined) throw new Unexpected(`row ${index + 1} came back without ${column}`);
    return String(value);
  });
}
