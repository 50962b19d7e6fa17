import type { Source } from '../source.ts';
import { tapSource } from '../tap-source.ts';
import type { RecordWatch } from './record-watch.ts';
import type { RecordFormat } from './record-scanner.ts';
import { RowCounter } from './row-counter.ts';
import type { CountedRow, RowState } from './row-state.ts';
import { tableFault } from './table-fault.ts';
import type { Scanned } from './table-scanner.ts';
import { Utf8Check } from './utf8-check.ts';

/** Something about a table that a vendor may not take. */
export interface TableFinding {
  readonly kind: 'column-count' | 'not-utf8' | 'open-quote' | 'no-rows';
  /** From 1, the header being row 1; where it can be told. */
  readonly row?: number;
  /** Where it is, in bytes from the beginning. */
  readonly byteOffset: number;
  /** What is wrong, without the file's name. */
  readonly problem: string;
  readonly remedy: string;
}

/** What to refuse while a table streams, and what only to tell. */
export interface TableCheckOptions extends RecordFormat {
  /** The input that the table came by, for errors. @default 'file' */
  readonly field?: string;
  /** Whether a finding ends the upload. @default all but `not-utf8`, since vendors do not document what they take */
  refuses?(finding: TableFinding): boolean;
  /** Called with a finding that does not end the upload: the first of each kind. */
  onWarning?(finding: TableFinding): void;
  /** Called at the end of a table of which nothing was refused. */
  onPassed?(dataRows: number): void;
}

/**
 * A table that is checked as it streams: as many fields in each row as in the header, at least one row, quotes closed,
 * UTF-8. The last bytes are held back until the check has passed, so that nothing starts at a vendor from a table that
 * was refused. {@link readTableHead} gives the options.
 *
 * Reading throws InputError at the first finding that is refused.
 */
export function checkedTable(table: Source, options: TableCheckOptions): Source {
  return tapSource(table, () => new TableCheck(table.name, options));
}

/** Looks at a table's bytes as they go by. */
export class TableCheck implements RecordWatch {
  readonly #fileName: string;
  readonly #options: TableCheckOptions;
  readonly #rows: RowCounter;
  readonly #utf8 = new Utf8Check();
  readonly #told = new Set<TableFinding['kind']>();

  constructor(fileName: string, options: TableCheckOptions) {
    this.#fileName = fileName;
    this.#options = options;
    this.#rows = new RowCounter(options, (row) => this.#find(oddRowOf(row, this.#rows.columns)));
  }

  /** Rows so far, the header not counted. */
  get dataRows(): number {
    return Math.max(0, this.#rows.rows - 1);
  }

  get start(): number {
    return this.#rows.start;
  }

  get inQuotes(): boolean {
    return this.#rows.inQuotes;
  }

  see(chunk: Uint8Array): void {
    this.#rows.feed(chunk);
    if (this.#told.has('not-utf8')) return;
    this.#findEncoding(this.#rows.sawWide ? this.#utf8.feed(chunk) : this.#utf8.skip(chunk));
  }

  get state(): Readonly<RowState> {
    return this.#rows.state;
  }

  take({ state, oddRow, notUtf8At }: Scanned): void {
    this.#rows.state = state;
    if (oddRow) this.#find(oddRowOf(oddRow, state.columns));
    this.#findEncoding(notUtf8At);
  }

  end(): void {
    if (this.#rows.inQuotes) {
      this.#find({
        kind: 'open-quote',
        row: this.#rows.rows + 1,
        byteOffset: this.#rows.start,
        problem: `has a quote in row ${this.#rows.rows + 1} that is never closed`,
        remedy: 'Close it, or double the quotes that belong to a text.',
      });
    }
    this.#rows.end();
    if (!this.#told.has('not-utf8')) this.#findEncoding(this.#utf8.end());
    if (this.#rows.rows < 2) {
      this.#find({
        kind: 'no-rows',
        byteOffset: this.#rows.start,
        problem: 'has a header and no rows',
        remedy: 'Pass a table with at least one row.',
      });
    }
    this.#options.onPassed?.(this.dataRows);
  }

  #findEncoding(byteOffset: number | undefined): void {
    if (byteOffset === undefined) return;
    this.#find({
      kind: 'not-utf8',
      byteOffset,
      problem: `is not UTF-8, from byte ${byteOffset} on`,
      remedy: 'Save it as "CSV UTF-8" (Excel) or as UTF-8.',
    });
  }

  #find(finding: TableFinding): void {
    const { field = 'file', refuses = notOnlyEncoding, onWarning } = this.#options;
    if (refuses(finding)) throw tableFault(field, this.#fileName, finding.problem, finding.remedy);
    if (!this.#told.has(finding.kind)) onWarning?.(finding);
    this.#told.add(finding.kind);
  }
}

const notOnlyEncoding = ({ kind }: TableFinding): boolean => kind !== 'not-utf8';

const oddRowOf = ({ row, fields, start }: CountedRow, columns: number): TableFinding => ({
  kind: 'column-count',
  row,
  byteOffset: start,
  problem: `has ${count(fields)} in row ${row}, and the header has ${columns}`,
  remedy: 'Give each row as many fields as the header, and quote fields with delimiters in them.',
});

const count = (fields: number): string => (fields === 1 ? '1 field' : `${fields} fields`);
