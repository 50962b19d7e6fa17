import { nameContains, type RunContext } from '@modelferry/operation';
import type { DataRobotClient } from '../../client/client.ts';
import type { JobDefinition } from '../../client/job-definitions.ts';
import { listAll } from '../../client/list-all.ts';

/** Which definitions to list. */
export interface DefinitionFilter {
  /** In whatever case. */
  readonly nameContains?: string;
  readonly deploymentId?: string;
}

/** The definitions that are wanted, page by page. Older servers do not filter by name (3.14), and so this does. */
export async function* allDefinitions(
  { client, signal }: Pick<RunContext<DataRobotClient>, 'client' | 'signal'>,
  { nameContains: part, deploymentId }: DefinitionFilter,
): AsyncGenerator<JobDefinition> {
  const isWanted = nameContains(part);
  const filter = { deploymentId, searchName: part };
  for await (const definition of listAll((page) =>
    client.getJobDefinitions({ ...page, ...filter }, signal),
  )) {
    if (isWanted(definition)) yield definition;
  }
}
