import { tapSource, TableCheck, type RecordFormat, type Source, type TableFinding } from '@modelferry/upload';

/** A table that is checked and counted on its way out. */
export interface CountedTable {
  /** Looked at as it streams, from its beginning to its end. */
  readonly source: Source;
  /** The same and not looked at: who reads it in another order lets a {@link newCheck} see it. */
  readonly table: Source;
  /** Looks at all of the table's bytes once, in order. */
  newCheck(format: RecordFormat): TableCheck;
  /** Rows that were seen when it was last seen to its end; undefined before, and where they cannot be told apart. */
  sentRows(): number | undefined;
}

/** How to look at it. */
export interface CountRules extends RecordFormat {
  /** Whether rows can be told apart for certain: quotes are of the standard kind. */
  readonly readable: boolean;
  /** Whether it must be UTF-8. */
  readonly utf8: boolean;
  warn(message: string): void;
}

/**
 * Refuses, before its last bytes leave, a table without rows, with an open quote, or with bytes that are not UTF-8 where
 * they must be. A row with more or fewer fields than the header is told: what becomes of it is the vendor's to say.
 */
export function countedTable(
  table: Source,
  { lineEnd, delimiter, readable, utf8, warn }: CountRules,
): CountedTable {
  let rows: number | undefined;
  const told = new Set<TableFinding['kind']>();
  const refusals: Readonly<Record<TableFinding['kind'], boolean>> = {
    'no-rows': readable,
    'not-utf8': utf8,
    'open-quote': readable,
    'column-count': false,
  };
  const tellOnce = ({ kind, problem, remedy }: TableFinding) => {
    if (kind === 'column-count' && readable && !told.has(kind)) {
      warn(`"${table.name}" ${problem}. ${remedy}`);
    }
    told.add(kind);
  };
  const newCheck = (format: RecordFormat) => {
    rows = undefined;
    return new TableCheck(table.name, {
      ...format,
      refuses: ({ kind }) => refusals[kind],
      onWarning: tellOnce,
      onPassed: (dataRows) => {
        rows = readable ? dataRows : undefined;
      },
    });
  };
  return {
    table,
    source: tapSource(table, () => newCheck({ delimiter, lineEnd })),
    newCheck,
    sentRows: () => rows,
  };
}
