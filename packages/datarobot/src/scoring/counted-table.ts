import { tapSource, TableCheck, type Source, type TableFinding } from '@modelferry/upload';

/** A table that is checked and counted as it streams. */
export interface CountedTable {
  readonly source: Source;
  /** Rows that were read when it was last read to its end; undefined before, and where they cannot be told apart. */
  sentRows(): number | undefined;
}

/** How to look at it. */
export interface CountRules {
  readonly delimiter: string;
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
export function countedTable(table: Source, { delimiter, readable, utf8, warn }: CountRules): CountedTable {
  let rows: number | undefined;
  const told = new Set<TableFinding['kind']>();
  const refusals: Readonly<Record<TableFinding['kind'], boolean>> = {
    'no-rows': true,
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
  return {
    sentRows: () => rows,
    source: tapSource(table, () => {
      const check = new TableCheck(table.name, {
        delimiter,
        refuses: ({ kind }) => refusals[kind],
        onWarning: tellOnce,
      });
      rows = undefined;
      return {
        see: (chunk) => check.see(chunk),
        end: () => {
          check.end();
          rows = readable ? check.dataRows : undefined;
        },
      };
    }),
  };
}
