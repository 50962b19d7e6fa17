import { guessType, isMissing, toDays, toNumber } from '../models/values.ts';
import type { ColumnType } from '../models/task.ts';
import type { Table } from '../tables/table.ts';

/** What the integers mean is not documented; these are the sandbox's own. */
const typeNumbers: Readonly<Record<ColumnType, number>> = { category: 1, number: 2, date: 3 };
const shownRows = 10;
const shownClasses = 50;
const daySeconds = 86_400;

/** The answer of Train Data Set Info, computed from the uploaded table. */
export function columnInfo({ columns, rows, rowCount }: Table): Readonly<Record<string, unknown>> {
  const described = columns.map((name, index) =>
    describe(
      name,
      index,
      rows.map((row) => row[index] ?? ''),
    ),
  );
  return {
    raw_column_names: columns,
    raw_training_data: rows.slice(0, shownRows).map((row) => ({ row_data: row.join(',') })),
    training_data_columns: described,
    useless_column_list: described.filter((column) => column.unique_count < 2).map((column) => column.name),
    trainingdata_row_count: rowCount,
  };
}

function describe(name: string, index: number, values: readonly string[]) {
  const type = guessType(values);
  const present = values.filter((value) => !isMissing(value));
  const counts = new Map<string, number>();
  for (const value of present) counts.set(value, (counts.get(value) ?? 0) + 1);
  const numbers = present
    .map(type === 'date' ? toDays : toNumber)
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const min = numbers[0] ?? 0;
  const max = numbers.at(-1) ?? 0;
  const median = numbers[Math.floor(numbers.length / 2)] ?? 0;
  const average = numbers.reduce((sum, value) => sum + value, 0) / Math.max(1, numbers.length);
  const classes = [...counts].sort(([, a], [, b]) => b - a).slice(0, shownClasses);
  return {
    column_id: index + 1,
    name,
    initial_data_type: typeNumbers[type],
    available_data_types:
      type === 'category' ? [typeNumbers.category] : [typeNumbers.category, typeNumbers[type]],
    unique_count: counts.size,
    data_count: present.length,
    missing_count: values.length - present.length,
    cor_score: null,
    classify_value:
      type === 'category' ? classes.map(([value, count]) => ({ name: value, value: count })) : [null],
    numerical_value:
      type === 'number'
        ? [{ max_value: max, min_value: min, avg_value: average, median_value: median }]
        : [null],
    range_pick_info: rangeOf(type, min, max, median),
  };
}

function rangeOf(type: ColumnType, min: number, max: number, median: number): unknown {
  if (type === 'category') return null;
  if (type === 'number')
    return { numeric: { max_val: max, min_val: min, initial_threshold: median }, date: null };
  const date = {
    max_epoc_sec: max * daySeconds,
    min_epoc_sec: min * daySeconds,
    initial_threshold_epoc_sec: median * daySeconds,
    time_unit_id: 1,
  };
  return { numeric: null, date };
}
