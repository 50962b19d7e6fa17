import type { RunContext } from '@modelferry/operation';
import type { BatchJob } from '../../client/batch-job.ts';
import type { DataRobotClient } from '../../client/client.ts';
import { startOnce } from './start-once.ts';

/** Makes a job by a definition, once. @throws as {@link startOnce} */
export async function runDefinition(
  context: RunContext<DataRobotClient>,
  definitionId: string,
): Promise<BatchJob> {
  const { client, signal, progress } = context;
  progress({ type: 'phase', title: 'Run the definition' });
  return startOnce(context, {
    doing: `run the batch definition ${definitionId}`,
    family: { batchPredictionJobDefinitionId: definitionId },
    request: { jobDefinitionId: definitionId },
    send: () => client.runJobDefinition(definitionId, signal),
    isOurs: () => true,
  });
}
