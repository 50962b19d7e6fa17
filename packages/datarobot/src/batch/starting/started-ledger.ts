import type { RunContext } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { isAwaitingData } from '../jobs/is-awaiting-data.ts';
import { lookAtJob } from '../jobs/look-at-job.ts';
import { batchLedger } from '../scoring/batch-ledger.ts';

/** Remembers the job that a request has made. */
export interface StartedLedger {
  keep(job: BatchJob): Promise<void>;
  /** The job of an earlier try, as far as it is still there. */
  earlier(): Promise<BatchJob | undefined>;
}

export function startedLedger(context: RunContext<DataRobotClient>, fingerprint: string): StartedLedger {
  const { client, signal, jobs, progress } = context;
  const ledger = batchLedger(jobs, fingerprint);
  return {
    keep: (job) => ledger.keep(job.id, isAwaitingData(job) ? 'created' : 'uploaded'),
    async earlier() {
      const record = await ledger.earlier();
      const job = record && (await lookAtJob(client, record.id, signal));
      if (job === undefined || job === 'gone') return undefined;
      const message = `Going on with batch job ${job.id} of an earlier try, in place of making another one.`;
      progress({ type: 'warning', message });
      return job;
    },
  };
}
