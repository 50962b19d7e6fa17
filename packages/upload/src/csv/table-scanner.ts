import type { RecordFormat } from './record-scanner.ts';
import type { CountedRow, RowState } from './row-state.ts';

/** What came of going over a range of a table. */
export interface Scanned {
  readonly state: Readonly<RowState>;
  /** The first row with another number of fields than the header. */
  readonly oddRow?: CountedRow;
  /** The first byte that is not UTF-8. */
  readonly notUtf8At?: number;
}

/** Goes over a table where it lies, without keeping this thread from its work. */
export interface TableScanner {
  /** Goes on from where the last call ended, from the second row of the table at the earliest. */
  scan(state: Readonly<RowState>, to: number): Promise<Scanned>;
  close(): Promise<void>;
}

/** Starts one. */
export type ScannerOf = (format: RecordFormat) => TableScanner;
