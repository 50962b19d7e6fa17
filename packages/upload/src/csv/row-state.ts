/** Where the counting of a table's rows stands. Positions are in bytes from the table's beginning. */
export interface RowState {
  position: number;
  /** The byte before. */
  previous: number;
  inQuotes: boolean;
  /** Whether a quote would open here: at the beginning of a field, or after a closing one, which it then undoes. */
  mayOpen: boolean;
  /** Rows that have ended, the header included; blank lines are no rows. */
  rows: number;
  /** Number of fields in the first row; 0 until it has ended. */
  columns: number;
  /** Fields so far of the row that has not ended. */
  fields: number;
  /** Where that row begins. */
  start: number;
}

export const newRowState = (): RowState => ({
  ...{ position: 0, previous: 0, inQuotes: false, mayOpen: true },
  ...{ rows: 0, columns: 0, fields: 1, start: 0 },
});

/** A row that has ended. */
export interface CountedRow {
  /** From 1, the header being row 1; blank lines are no rows. */
  readonly row: number;
  readonly fields: number;
  /** Where it begins, in bytes. */
  readonly start: number;
}
