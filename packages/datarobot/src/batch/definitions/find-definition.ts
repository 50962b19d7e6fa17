import type { RunContext } from '@modelferry/operation';
import type { BatchRequest } from '../../client/batch-request.ts';
import type { DataRobotClient } from '../../client/client.ts';
import type { JobDefinition } from '../../client/job-definitions.ts';
import { sameSettings } from '../starting/same-settings.ts';
import { allDefinitions } from './all-definitions.ts';

/** Finds the definition of a name, which is given once in an organisation (3.14), where it says what was asked for. */
export async function findDefinition(
  context: Pick<RunContext<DataRobotClient>, 'client' | 'signal'>,
  name: string,
  request: BatchRequest,
): Promise<JobDefinition | undefined> {
  for await (const definition of allDefinitions(context, { nameContains: name })) {
    if (definition.name !== name) continue;
    return sameSettings({ ...request }, definition.batchPredictionJob) ? definition : undefined;
  }
  return undefined;
}
