import { InputError, isInputError, type InputFault } from '@modelferry/http';
import { checkedTable, readTableHead, type Source, type TableHead } from '@modelferry/upload';
import { columnFaults } from './column-faults.ts';
import { fileNameFault } from './file-name-fault.ts';
import { tableWarnings } from './table-warnings.ts';

/** A table that may be sent. */
export interface CheckedTable {
  /** Still whole, and checked to its end as it streams; send this one. */
  readonly source: Source;
  readonly head: TableHead;
}

export interface TableRules {
  /** Columns without which the table is of no use. */
  readonly requiredColumns?: readonly string[];
  /** The column whose different values are counted as classes. */
  readonly classColumn?: string;
  /** Whether the input File Name can give the table another name. @default false */
  readonly renamable?: boolean;
}

export const tableExtensions: readonly string[] = ['csv', 'tsv'];

/**
 * Checks a table by its name, its header and its first 1000 rows, before anything is sent; the rest is checked as it streams.
 * @throws InputError with everything that is wrong with it
 */
export async function checkTable(
  field: string,
  file: Source,
  { requiredColumns, classColumn, renamable }: TableRules,
  warn: (message: string) => void,
): Promise<CheckedTable> {
  const nameFault = fileNameFault(field, file.name, { extensions: tableExtensions, renamable });
  if (nameFault) throw new InputError([nameFault]);
  const head = await readTableHead(file, { field });
  const faults = columnFaults(head, requiredColumns).map(({ problem, remedy }): InputFault => ({
    field,
    problem: `"${file.name}" ${problem}`,
    remedy,
  }));
  if (faults.length > 0) throw new InputError(faults);
  tableWarnings(file.name, head, classColumn).forEach(warn);
  const { delimiter, lineEnd, encodingLooksUtf8 } = head;
  const source = checkedTable(head.source, {
    field,
    delimiter,
    lineEnd,
    onWarning: ({ kind, problem, remedy }) => {
      // Where the first rows showed it already, it was said
      if (kind !== 'not-utf8' || encodingLooksUtf8) warn(`"${file.name}" ${problem}. ${remedy}`);
    },
  });
  return { source, head };
}

/** Waits for several checks and fails with the faults of all of them. */
export async function allChecked<const Checks extends readonly Promise<unknown>[]>(
  checks: Checks,
): Promise<{ [At in keyof Checks]: Awaited<Checks[At]> }> {
  const results = await Promise.allSettled(checks);
  const failures = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  );
  const other = failures.find((failure) => !isInputError(failure));
  if (other !== undefined) throw other;
  if (failures.length > 0)
    throw new InputError(failures.filter(isInputError).flatMap(({ faults }) => faults));
  return Promise.all(checks);
}
