import type { FastifyInstance } from 'fastify';
import type { FaultBehaviours, Payload } from './behaviour.ts';
import type { PlannedFault } from './fault.ts';
import type { FaultPlanner } from './plan.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The planned fault that this call runs into. */
    fault: PlannedFault | undefined;
  }
}

/** Lets the planned faults happen on one origin. */
export function installFaults(
  app: FastifyInstance,
  origin: string,
  planner: FaultPlanner,
  behaviours: FaultBehaviours,
): void {
  app.decorateRequest('fault', undefined);

  app.addHook('onRequest', async (request, reply) => {
    const fault = planner.take(origin, request.entry.operation);
    if (fault === undefined) return;
    request.fault = fault;
    request.entry.faultId = fault.id;
    await behaviours[fault.kind]?.arrive?.(request, reply, fault);
    if (reply.sent) return reply;
  });

  app.addHook('preHandler', async (request, reply) => {
    if (request.fault === undefined) return;
    await behaviours[request.fault.kind]?.before?.(request, reply, request.fault);
    if (reply.sent) return reply;
  });

  app.addHook<Payload>('onSend', async (request, reply, payload) => {
    const { fault } = request;
    // Once: an answer that breaks before its first byte is followed by another one, which nobody could break again
    request.fault = undefined;
    const answer = fault && behaviours[fault.kind]?.answer;
    return fault === undefined || answer === undefined ? payload : answer(request, reply, fault, payload);
  });
}
