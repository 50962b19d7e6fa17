import type { AbejaPlatform } from './platform.ts';
import type { JobStatus } from './training/job.ts';
import type { ServiceStatus } from './serving/service.ts';

/** What proves bytes that came. */
interface Proof {
  readonly bytes: number;
  readonly sha256: string;
  readonly crc32: number;
}

/** What a test wants to know of ABEJA Platform that its API does not tell. */
export interface AbejaState {
  /** Of all job definitions, in the order they were created in. */
  readonly jobs: readonly {
    readonly id: string;
    readonly definition: string;
    readonly version: number;
    readonly status: JobStatus;
    readonly description: string | null;
  }[];
  /** Objects that were made since the start, whether or not they are still there. */
  readonly jobsCreated: number;
  readonly versionsCreated: number;
  readonly modelsCreated: number;
  readonly servicesCreated: number;
  /** Endpoints that were pointed to another service. */
  readonly switches: number;
  readonly services: readonly {
    readonly id: string;
    readonly status: ServiceStatus;
    readonly modelId: string | undefined;
  }[];
  readonly endpoints: readonly { readonly alias: string; readonly serviceId: string }[];
  /** The archives of the versions of job definitions. */
  readonly sources: readonly (Proof & { readonly definition: string; readonly version: number })[];
  /** Files of channels whose bytes are there. */
  readonly files: readonly (Proof & { readonly id: string; readonly channelId: string })[];
}

export function abejaState(platform: AbejaPlatform): AbejaState {
  const definitions = [...platform.definitions.values()];
  const deployments = [...platform.deployments.values()];
  const { done } = platform;
  return {
    jobs: definitions.flatMap(({ name, jobs }) =>
      jobs.map(({ facts, status }) => ({
        ...{ id: facts.id, definition: name, version: facts.version.number, status },
        description: facts.description,
      })),
    ),
    jobsCreated: done.jobs,
    versionsCreated: done.versions,
    modelsCreated: done.models,
    servicesCreated: done.services,
    switches: done.switches,
    services: deployments.flatMap(({ services }) =>
      [...services.values()].map(({ id, status, model }) => ({ id, status, modelId: model?.id })),
    ),
    endpoints: deployments.flatMap(({ endpoints }) =>
      [...endpoints.values()].map(({ alias, serviceId }) => ({ alias, serviceId })),
    ),
    sources: definitions.flatMap(({ name, versions }) =>
      versions.map(({ number, source }) => ({ definition: name, version: number, ...proofOf(source) })),
    ),
    files: [...platform.channels.values()].flatMap(({ id: channelId, files }) =>
      [...files.values()].flatMap(({ id, contents }) =>
        contents === undefined ? [] : [{ id, channelId, ...proofOf(contents) }],
      ),
    ),
  };
}

function proofOf({ bytes, sha256, crc32 }: Proof): Proof {
  return { bytes, sha256, crc32 };
}
