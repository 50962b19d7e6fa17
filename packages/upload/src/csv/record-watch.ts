import type { Tap } from '../tap-source.ts';
import type { RowState } from './row-state.ts';
import type { Scanned } from './table-scanner.ts';

/** Goes over a table's bytes from their beginning, and knows where its records begin. */
export interface RecordWatch extends Tap {
  /** Where the record begins that has not ended, in bytes from the beginning: there a table can be cut. */
  readonly start: number;
  /** Whether the bytes so far end within quotes. */
  readonly inQuotes: boolean;
  /** Where it stands. */
  readonly state: Readonly<RowState>;
  /** Takes over from one who has gone on from there. */
  take(scanned: Scanned): void;
}
