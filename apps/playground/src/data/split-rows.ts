/** Rows to learn from, and rows kept back to judge by. */
export interface Split<Row> {
  readonly train: readonly Row[];
  readonly evaluation: readonly Row[];
}

/** Keeps every fifth row back, so that both parts hold the same mixture whatever the order of the table. */
export function splitRows<Row>(rows: readonly Row[]): Split<Row> {
  return {
    train: rows.filter((_, index) => index % 5 !== 4),
    evaluation: rows.filter((_, index) => index % 5 === 4),
  };
}
