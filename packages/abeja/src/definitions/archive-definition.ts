import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { setArchived } from '../at-most-once/set-archived.ts';

/** Puts a job definition into the archive, or takes it out. */
export function archiveDefinition(context: RunContext<AbejaClient>, name: string, archived: boolean) {
  const { client, signal } = context;
  const set = (wanted: boolean) =>
    wanted ? client.archiveDefinition(name, signal) : client.unarchiveDefinition(name, signal);
  const read = () => client.getDefinition(name, {}, signal);
  return setArchived(context, { name: `the job definition "${name}"`, set, read }, archived);
}
