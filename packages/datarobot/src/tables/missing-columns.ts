import type { InputFault } from '@modelferry/http';
import { perhapsMeant } from '@modelferry/operation';

/** Columns to pass through that a table does not have. */
export const missingColumns = (
  columns: readonly string[],
  passthroughColumns: readonly string[],
): readonly InputFault[] =>
  passthroughColumns
    .filter((name) => !columns.includes(name))
    .map((name) => ({
      field: 'passthroughColumns',
      problem: `"${name}" is no column of the file`,
      remedy: ['Give the names as they stand in its first line.', perhapsMeant(name, columns) ?? []]
        .flat()
        .join(' '),
    }));
