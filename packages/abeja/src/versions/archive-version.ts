import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { setArchived } from '../at-most-once/set-archived.ts';

/** Puts a version into the archive, or takes it out. */
export function archiveVersion(
  context: RunContext<AbejaClient>,
  { definition, version }: { readonly definition: string; readonly version: string },
  archived: boolean,
) {
  const { client, signal } = context;
  const number = Number(version);
  const set = (wanted: boolean) =>
    wanted
      ? client.archiveVersion(definition, number, signal)
      : client.unarchiveVersion(definition, number, signal);
  const read = () => client.getVersion(definition, number, signal);
  return setArchived(context, { name: `version ${version} of "${definition}"`, set, read }, archived);
}
