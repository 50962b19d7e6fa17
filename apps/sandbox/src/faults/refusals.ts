import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FaultBehaviours } from './behaviour.ts';
import { drain } from './cuts.ts';
import type { PlannedFault } from './fault.ts';

/** The faults in which a status other than the true one is answered and nothing is carried out. */
export function refusals(redirectTo: () => string): FaultBehaviours {
  return {
    status: { before: (request, reply, fault) => refuse(request, reply, fault, fault.status ?? 500) },
    'http-500-once': { before: (request, reply, fault) => refuse(request, reply, fault, 500) },
    'http-503-burst': { before: (request, reply, fault) => refuse(request, reply, fault, 503) },
    'unauthorized-once': { before: (request, reply, fault) => refuse(request, reply, fault, 401) },
    'retry-after-seconds': {
      before: (request, reply, fault) =>
        refuse(request, reply, fault, fault.status ?? 429, { 'retry-after': String(fault.seconds ?? 1) }),
    },
    'retry-after-date': {
      before: (request, reply, fault) => {
        const date = new Date(Date.now() + (fault.seconds ?? 1) * 1000).toUTCString();
        return refuse(request, reply, fault, fault.status ?? 429, { 'retry-after': date });
      },
    },
    'redirect-cross-origin': {
      before: (request, reply, fault) =>
        refuse(request, reply, fault, fault.status ?? 307, { location: `${redirectTo()}/redirected` }),
    },
  };
}

/** Reads the body, and answers a status with the fault's body and headers. */
export async function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  fault: PlannedFault,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<FastifyReply> {
  await drain(request);
  const body = fault.body ?? { message: `sandbox: planned fault ${fault.kind}` };
  void reply.code(status).headers({ ...headers, ...fault.headers });
  const isText = typeof body === 'string';
  void reply.type(
    fault.contentType ?? (isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'),
  );
  return reply.send(isText ? body : JSON.stringify(body));
}
