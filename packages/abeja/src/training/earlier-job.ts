import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { StartedJob } from './start-job.ts';
import type { TrainingLedger } from './training-ledger.ts';

/** The job that an earlier try of the same request has started. @throws as the client does */
export async function earlierJob(
  { client, signal, progress }: RunContext<AbejaClient>,
  ledger: TrainingLedger,
): Promise<StartedJob | undefined> {
  const reference = await ledger.earlier();
  if (!reference) return undefined;
  const job = await client.getJob(reference.definition, reference.jobId, signal);
  const message = `Going on with training job ${job.jobId} of an earlier try, in place of starting another one.`;
  progress({ type: 'warning', message });
  return { reference, job };
}
