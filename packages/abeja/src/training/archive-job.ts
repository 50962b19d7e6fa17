import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { TrainingJobRef } from './job-reference.ts';
import { setArchived } from '../at-most-once/set-archived.ts';

/** Puts a job into the archive, or takes it out. */
export function archiveJob(
  context: RunContext<AbejaClient>,
  { definition, jobId }: TrainingJobRef,
  archived: boolean,
) {
  const { client, signal } = context;
  const set = (wanted: boolean) =>
    wanted ? client.archiveJob(definition, jobId, signal) : client.unarchiveJob(definition, jobId, signal);
  const read = () => client.getJob(definition, jobId, signal);
  return setArchived(context, { name: `the training job ${jobId}`, set, read }, archived);
}
