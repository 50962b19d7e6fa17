import type { Redactor } from '@modelferry/http';
import { isJob, type JobLedger } from '@modelferry/operation';
import type { IExecuteFunctions } from 'n8n-workflow';
import { keptJobs, type KeepingContext } from './kept-jobs.ts';
import { showJob, type ShowingContext } from './shown-jobs.ts';

export type LedgerContext = KeepingContext & ShowingContext & Pick<IExecuteFunctions, 'logger'>;

/**
 * Writes a job down in the three places that n8n offers, each of which outlives something else: the log (everything), the
 * execution's custom data (a stop), the node's context (a failed try). As seen on n8n 2.40.
 */
export function createJobLedger(context: LedgerContext, itemIndex: number, redact: Redactor): JobLedger {
  const kept = keptJobs(context, itemIndex);
  return {
    async keep(record) {
      const { vendor, kind, id, phase } = record;
      kept.put(record);
      if (isJob(record)) showJob(context, record);
      context.logger.info(redact(`${vendor} ${kind} ${id}: ${phase} [item ${itemIndex}]`), {
        vendor,
        kind,
        id,
        phase,
        itemIndex,
      });
    },
    earlier: async (kind, fingerprint) => kept.find(kind, fingerprint),
  };
}
