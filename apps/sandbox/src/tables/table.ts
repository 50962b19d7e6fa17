/** A table as a model is made from it: some rows of a file, all of them when there are few. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Rows of the whole file. */
  readonly rowCount: number;
}

/** A file that cannot be read as a table; the message says why. */
export class BadTable extends Error {}
