import { pathSegment } from '@modelferry/http';
import * as v from 'valibot';
import { id, perhaps } from '@modelferry/operation';
import type { BatchRequest } from './batch-request.ts';
import type { CallPort } from './call-port.ts';
import { made } from './made.ts';
import { pageOf, type Page, type PageRequest } from './page.ts';
import type { Schedule } from './schedule.ts';

const jobDefinition = v.object({
  id,
  name: perhaps(v.string()),
  enabled: perhaps(v.boolean()),
  schedule: perhaps(v.record(v.string(), v.unknown())),
  batchPredictionJob: perhaps(v.record(v.string(), v.unknown())),
  created: perhaps(v.string()),
  updated: perhaps(v.string()),
  lastStartedJobStatus: perhaps(v.string()),
  lastStartedJobTime: perhaps(v.string()),
  lastScheduledRunTime: perhaps(v.string()),
  lastSuccessfulRunTime: perhaps(v.string()),
  lastFailedRunTime: perhaps(v.string()),
  nextScheduledRunTime: perhaps(v.string()),
});

/** A batch job that is kept to be run again, by a schedule or when it is asked for. Source: section 3.14. */
export type JobDefinition = v.InferOutput<typeof jobDefinition>;

/** How a definition is to be. */
export interface JobDefinitionSettings {
  /** Unique within the organisation. @default the vendor's choice */
  readonly name?: string;
  /** Whether the schedule is followed; one that is enabled needs a schedule. */
  readonly enabled?: boolean;
  readonly schedule?: Schedule;
}

/** The calls for job definitions (docs/vendors/datarobot.md, 3.14). */
export interface JobDefinitionCalls {
  /** 3.14. Never repeated: there would be two. */
  createJobDefinition(
    definition: BatchRequest & JobDefinitionSettings,
    signal: AbortSignal,
  ): Promise<JobDefinition>;
  /** 3.14. */
  getJobDefinition(definitionId: string, signal: AbortSignal): Promise<JobDefinition>;
  /** 3.14. */
  getJobDefinitions(
    filter: PageRequest & { readonly deploymentId?: string; readonly searchName?: string },
    signal: AbortSignal,
  ): Promise<Page<JobDefinition>>;
  /** 3.14. What is left out stays as it is. */
  updateJobDefinition(
    definitionId: string,
    change: Partial<BatchRequest> & JobDefinitionSettings,
    signal: AbortSignal,
  ): Promise<JobDefinition>;
  /** 3.14. 409 while jobs of it are queued. */
  deleteJobDefinition(definitionId: string, signal: AbortSignal): Promise<void>;
  /** 3.14. The definition as a text for portable batch predictions. */
  getPortableDefinition(definitionId: string, signal: AbortSignal): Promise<string>;
}

const collection = 'batchPredictionJobDefinitions';
const pathOf = (definitionId: string, rest = ''): string =>
  `/${collection}/${pathSegment(definitionId)}/${rest}`;

export function jobDefinitionCalls(port: CallPort): JobDefinitionCalls {
  const getJobDefinition: JobDefinitionCalls['getJobDefinition'] = (definitionId, signal) =>
    port.json(
      {
        doing: `read the batch definition ${definitionId}`,
        method: 'GET',
        path: pathOf(definitionId),
        signal,
      },
      jobDefinition,
    );

  return {
    getJobDefinition,

    createJobDefinition: async (definition, signal) =>
      made(
        await port.located(
          {
            doing: 'create a batch definition',
            method: 'POST',
            path: `/${collection}/`,
            json: definition,
            signal,
          },
          jobDefinition,
        ),
        collection,
        (definitionId) => getJobDefinition(definitionId, signal),
      ),

    getJobDefinitions: (filter, signal) =>
      port.json(
        {
          doing: 'list the batch definitions',
          method: 'GET',
          path: `/${collection}/`,
          query: { ...filter },
          signal,
        },
        pageOf(jobDefinition),
      ),

    updateJobDefinition: (definitionId, change, signal) =>
      port.json(
        {
          doing: `change the batch definition ${definitionId}`,
          method: 'PATCH',
          path: pathOf(definitionId),
          json: change,
          idempotent: true,
          signal,
        },
        jobDefinition,
      ),

    deleteJobDefinition: (definitionId, signal) =>
      port.send({
        doing: `delete the batch definition ${definitionId}`,
        method: 'DELETE',
        path: pathOf(definitionId),
        idempotent: true,
        signal,
      }),

    getPortableDefinition: (definitionId, signal) =>
      port.text({
        doing: `read the portable form of batch definition ${definitionId}`,
        method: 'GET',
        path: pathOf(definitionId, 'portable/'),
        signal,
      }),
  };
}
