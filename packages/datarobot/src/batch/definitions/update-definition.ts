import { InputError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { BatchRequest } from '../../client/batch-request.ts';
import type { DataRobotClient } from '../../client/client.ts';
import type { JobDefinition, JobDefinitionSettings } from '../../client/job-definitions.ts';
import type { Schedule } from '../../client/schedule.ts';
import { withServerKey } from '../starting/with-server-key.ts';

/** What of a definition is to be otherwise. */
export type DefinitionChange = Partial<BatchRequest> & JobDefinitionSettings;

/**
 * Changes a definition, and nothing of it that is not named: what the vendor takes only as a whole is completed with what is
 * there. To be enabled, a definition has to be sent its schedule, too (3.14).
 * @throws InputError when there is nothing to change, or no schedule to enable
 */
export async function updateDefinition(
  context: RunContext<DataRobotClient>,
  definitionId: string,
  given: DefinitionChange,
): Promise<JobDefinition> {
  const { client, signal } = context;
  if (Object.values(given).every((value) => value === undefined)) throw nothingToChange();
  const change = await withServerKey(context, given);
  const { enabled, schedule, csvSettings } = change;
  const lacksSchedule = enabled === true && schedule === undefined;
  if (!lacksSchedule && csvSettings === undefined) {
    return client.updateJobDefinition(definitionId, change, signal);
  }
  const current = await client.getJobDefinition(definitionId, signal);
  if (lacksSchedule && current.schedule === undefined) throw noSchedule();
  const csvNow = current.batchPredictionJob?.['csvSettings'] as object | undefined;
  return client.updateJobDefinition(
    definitionId,
    {
      ...change,
      ...(lacksSchedule && { schedule: current.schedule as unknown as Schedule }),
      ...(csvSettings && { csvSettings: { ...csvNow, ...csvSettings } }),
    },
    signal,
  );
}

const nothingToChange = (): InputError =>
  new InputError([
    {
      field: 'name',
      problem: 'is not given, and nothing else either',
      remedy: 'Give what is to be changed of the definition.',
    },
  ]);

const noSchedule = (): InputError =>
  new InputError([
    {
      field: 'schedule',
      problem: 'is needed to enable a definition that has none',
      remedy: 'Give a Schedule, such as 0 2 * * 1-5.',
    },
  ]);
