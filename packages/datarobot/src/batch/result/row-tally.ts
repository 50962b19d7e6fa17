import { TableCheck } from '@modelferry/upload';
import type { BatchJob } from '../../client/batch-job.ts';
import { standardQuote } from '../settings/csv-words.ts';

/** Counts the rows of a result as it goes by. */
export interface RowTally {
  see(chunk: Uint8Array): void;
  /** Rows in all, the header not counted. Call it once, at the end. */
  total(): number;
}

/**
 * A tally by the rules of the job's own CSV settings, which serve data and result.
 * @returns undefined where quotes are of a kind that cannot be told from text
 */
export function rowTally({ id, jobSpec }: BatchJob): RowTally | undefined {
  const { delimiter = ',', quotechar = standardQuote } = jobSpec?.csvSettings ?? {};
  if (quotechar !== standardQuote) return undefined;
  const check = new TableCheck(`the result of batch job ${id}`, {
    delimiter: delimiter === 'tab' ? '\t' : delimiter,
    refuses: () => false,
  });
  return {
    see: (chunk) => check.see(chunk),
    total: () => {
      check.end();
      return check.dataRows;
    },
  };
}
