import type { RunContext } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';

/** Rows that were counted here, where they could be. */
export interface CountedRows {
  readonly sent: number | undefined;
  readonly inResult: number | undefined;
}

/** Tells what became of the rows of a completed job, where that is not what was asked for: none is lost without a word. */
export function tellRows(
  { progress }: RunContext<DataRobotClient>,
  job: BatchJob,
  { sent, inResult }: CountedRows,
): void {
  const { id, scoredRows, failedRows = 0, skippedRows = 0 } = job;
  if (failedRows > 0) {
    const where =
      inResult !== undefined && inResult === scoredRows
        ? 'they are left out of its result'
        : 'with Include Prediction Status, the column prediction_status says which';
    progress({
      type: 'warning',
      message: `${failedRows} of the rows of batch job ${id} could not be scored; ${where}.`,
    });
  }
  if (sent === undefined || scoredRows === undefined) return;
  const counted = scoredRows + failedRows + skippedRows;
  if (counted === sent) return;
  progress({
    type: 'warning',
    message: `${sent} rows were sent, and batch job ${id} counts ${counted} (${scoredRows} scored, ${failedRows} failed, ${skippedRows} skipped).`,
  });
}
