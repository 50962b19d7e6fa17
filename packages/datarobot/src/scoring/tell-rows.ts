import type { RunContext } from '@modelferry/operation';
import type { BatchJob } from '../client/batch-job.ts';
import type { DataRobotClient } from '../client/client.ts';

/** Tells what became of the rows of a completed job, where that is not what was asked for: none is lost without a word. */
export function tellRows(
  { progress }: RunContext<DataRobotClient>,
  job: BatchJob,
  sentRows: number | undefined,
): void {
  const { id, scoredRows, failedRows = 0, skippedRows = 0 } = job;
  if (failedRows > 0) {
    progress({
      type: 'warning',
      message: `${failedRows} of the rows of batch job ${id} could not be scored; with Include Prediction Status, the column prediction_status says which.`,
    });
  }
  if (sentRows === undefined || scoredRows === undefined) return;
  const counted = scoredRows + failedRows + skippedRows;
  if (counted === sentRows) return;
  progress({
    type: 'warning',
    message: `${sentRows} rows were sent, and batch job ${id} counts ${counted} (${scoredRows} scored, ${failedRows} failed, ${skippedRows} skipped).`,
  });
}
