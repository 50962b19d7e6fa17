import type { FastifyRequest } from 'fastify';
import type { FaultBehaviour, FaultBehaviours } from '../../faults/behaviour.ts';
import type { PlannedFault } from '../../faults/fault.ts';
import { refuse } from '../../faults/refusals.ts';
import { ApiError } from '../errors.ts';
import type { Platform } from '../platform.ts';

/** The faults in the vendor's answers, whatever they are about. */
export function answerFaults(platform: Platform): FaultBehaviours {
  return {
    'vendor-error': {
      before: (_request, _reply, fault) => {
        throw new ApiError(fault.status ?? 422, fault.message ?? 'sandbox: planned fault');
      },
    },
    'http-570-burst': {
      before: (request, reply, fault) => refuse(request, reply, fault, fault.status ?? 570),
    },
    'html-error': {
      before: (request, reply, fault) => {
        const body = fault.body ?? '<html><body><h1>502 Bad Gateway</h1></body></html>';
        return refuse(request, reply, { ...fault, body, contentType: 'text/html' }, fault.status ?? 502);
      },
    },
    'token-revoked': {
      arrive: () => {
        platform.tokenIsRevoked = true;
      },
    },
    'deprecation-header': {
      answer: (_request, reply, fault, payload) => {
        void reply.header('deprecation', fault.value ?? 'True');
        return payload;
      },
    },
    'next-loops': rewritten((body, request) => ({ ...body, next: `http://${request.host}${request.url}` })),
    'job-status-unknown': rewritten((body, _request, fault) => ({
      ...body,
      status: fault.value ?? 'sandbox_mystery',
    })),
    'percentage-zero': rewritten((body) => ({ ...body, percentageCompleted: 0 })),
  };
}

/** An answer in JSON, changed; one that is not stays. */
function rewritten(
  change: (
    body: Readonly<Record<string, unknown>>,
    request: FastifyRequest,
    fault: PlannedFault,
  ) => Readonly<Record<string, unknown>>,
): FaultBehaviour {
  return {
    answer: (request, reply, fault, payload) => {
      if (typeof payload !== 'string' || !payload.startsWith('{')) return payload;
      void reply.removeHeader('content-length');
      return JSON.stringify(change(JSON.parse(payload), request, fault));
    },
  };
}
