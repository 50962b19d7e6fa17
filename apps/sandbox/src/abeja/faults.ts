import type { FastifyRequest } from 'fastify';
import { ApiError } from '../api-error.ts';
import type { FaultBehaviour, FaultBehaviours, Payload } from '../faults/behaviour.ts';
import { cuts } from '../faults/cuts.ts';
import { collect } from '../faults/distortions.ts';
import type { PlannedFault } from '../faults/fault.ts';
import { storageFaults } from '../storage/faults.ts';
import type { AbejaPlatform } from './platform.ts';
import { createService } from './serving/create-service.ts';
import type { Job } from './training/job.ts';

/** The faults that only this vendor can have. */
export function abejaFaults(platform: AbejaPlatform): FaultBehaviours {
  const withJob = (change: (job: Job, fault: PlannedFault) => unknown): FaultBehaviour => ({
    before: async (request, _reply, fault) => {
      const job = jobOf(platform, request);
      if (job !== undefined) await change(job, fault);
    },
  });
  return {
    ...storageFaults,
    'vendor-error': {
      before: (_request, _reply, fault) => {
        throw new ApiError(fault.status ?? 400, fault.message ?? 'sandbox: planned fault');
      },
    },
    'drop-after-create': cuts['drop-before-answer'] as FaultBehaviour,
    'error-after-create': {
      answer: (_request, reply, fault) => {
        void reply.code(fault.status ?? 502).removeHeader('content-length');
        return JSON.stringify({ error: 'bad_gateway', error_description: fault.message ?? 'planned fault' });
      },
    },
    'token-expired-mid-run': {
      arrive: () => {
        platform.credentialsExpired = true;
      },
    },
    'job-fails': withJob((job, fault) => job.end('Failed', fault.message ?? 'sandbox: planned failure')),
    'job-stopped-by-other': withJob((job) => job.end('Stopped')),
    'job-vanishes': withJob((job) => {
      job.isGone = true;
    }),
    'zip-corrupt': { answer: (_request, _reply, _fault, payload) => corrupted(payload) },
    'service-never-ready': {
      answer: (_request, _reply, _fault, payload) => {
        const { service_id: id } = JSON.parse(String(payload)) as { readonly service_id?: string };
        for (const { services } of platform.deployments.values()) {
          const service = services.get(id ?? '');
          if (service !== undefined) service.isStuck = true;
        }
        return payload;
      },
    },
    'endpoint-moved-by-other': {
      answer: (request, _reply, _fault, payload) => {
        moveEndpoint(platform, request.params as Readonly<Record<string, string>>);
        return payload;
      },
    },
  };
}

function jobOf({ definitions }: AbejaPlatform, { params }: FastifyRequest): Job | undefined {
  const { job } = params as { readonly job?: string };
  return [...definitions.values()].flatMap(({ jobs }) => jobs).find(({ facts }) => facts.id === job);
}

/** The same length, other bytes: no checksum in it is right. */
async function corrupted(payload: Payload): Promise<Buffer> {
  const bytes = await collect(payload);
  return bytes.map((byte, index) => (index % 7 === 3 ? byte ^ 0x55 : byte)) as Buffer;
}

/** Somebody else lets the endpoint point to a service of their own. */
function moveEndpoint(
  platform: AbejaPlatform,
  { deployment: id = '', endpoint: name }: Readonly<Record<string, string>>,
): void {
  const deployment = platform.deployments.get(id);
  const endpoint = [...(deployment?.endpoints.values() ?? [])].find(
    (each) => each.id === name || each.alias === name,
  );
  const before = deployment?.services.get(endpoint?.serviceId ?? '');
  if (deployment === undefined || endpoint === undefined || before === undefined) return;
  const models = before.model === undefined ? {} : { alias: before.model.id };
  const service = createService(platform, deployment, { version_id: before.version.id, models });
  service.become('READY');
  endpoint.serviceId = service.id;
}
