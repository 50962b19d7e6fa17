import type { TableHead } from '@modelferry/upload';
import type { TrainSettings } from './train-config-rules.ts';

/**
 * What is odd about the target's first values. What the vendor makes of it is unknown (specification, Q21), so that it only
 * warns.
 */
export function targetWarnings(
  { columns, rows }: Pick<TableHead, 'columns' | 'rows'>,
  { targetColumn, targetType, positiveValue }: TrainSettings,
): readonly string[] {
  const at = columns.indexOf(targetColumn);
  const values = rows.map((row) => row[at] ?? '').filter((value) => value.trim() !== '');
  const within = `within the first ${rows.length} rows`;
  if (positiveValue !== undefined && !values.includes(positiveValue))
    return [`"${targetColumn}" has no value "${positiveValue}" ${within}, which is to count as positive.`];
  const text = values.find((value) => Number.isNaN(Number(value)));
  if (targetType !== 'regression' || text === undefined) return [];
  return [
    `"${targetColumn}" has the value "${text.slice(0, 40)}" ${within}: regression predicts numbers, and classification anything else.`,
  ];
}
