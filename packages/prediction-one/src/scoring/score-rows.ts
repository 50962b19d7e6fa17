import { isCancelled, isEngineError, type EngineError } from '@modelferry/http';
import type { Row, RowOutcome, RunContext } from '@modelferry/operation';
import type { PredictionOneClient } from '../client/client.ts';
import type { InferenceAnswer } from '../client/inference.ts';
import { columnError, type ExpectedColumns } from './check-columns.ts';
import { inOrder } from './in-order.ts';
import { scoreRow, type ScoringOptions } from './score-row.ts';
import type { ScoringTarget } from './scoring-target.ts';

export interface RowsRequest extends ScoringOptions {
  readonly rows: readonly Row[];
  readonly concurrency: number;
  readonly columns: ExpectedColumns | undefined;
}

export interface ScoredRow {
  readonly row: Row;
  readonly answer: InferenceAnswer;
}

/** What no other row will escape: the key, the address, the account. Further requests would be for nothing. */
const concernsAll: ReadonlySet<string> = new Set(['unauthorized', 'forbidden', 'not-found', 'conflict']);

/** Scores rows, one request each, and says of each what became of it, in order. A bad row fails alone. */
export async function scoreRows(
  context: RunContext<PredictionOneClient>,
  target: ScoringTarget,
  { rows, concurrency, columns, ...options }: RowsRequest,
): Promise<readonly RowOutcome<ScoredRow>[]> {
  const { client, progress } = context;
  let fatal: EngineError | undefined;
  let done = 0;
  return inOrder(rows, concurrency, async (row) => {
    const refusal = fatal ?? (columns && columnError(row, columns));
    try {
      if (refusal) return { ok: false, error: refusal };
      return { ok: true, output: { row, answer: await scoreRow(client, context, target, row, options) } };
    } catch (error) {
      if (isCancelled(error) || !isEngineError(error)) throw error;
      if (concernsAll.has(error.code)) fatal ??= error;
      return { ok: false, error };
    } finally {
      progress({ type: 'rows', done: ++done, total: rows.length });
    }
  });
}
