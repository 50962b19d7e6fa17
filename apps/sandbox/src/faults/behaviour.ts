import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PlannedFault } from './fault.ts';

export type Payload = string | Buffer | NodeJS.ReadableStream | null | undefined;

/** What a fault does at the three points of a call's life. */
export interface FaultBehaviour {
  /** Before anything of the body is read. */
  readonly arrive?: (request: FastifyRequest, reply: FastifyReply, fault: PlannedFault) => unknown;
  /** Before the call is carried out; one that sends an answer, or throws, prevents it. */
  readonly before?: (request: FastifyRequest, reply: FastifyReply, fault: PlannedFault) => unknown;
  /** In place of the answer, once the call was carried out. */
  readonly answer?: (
    request: FastifyRequest,
    reply: FastifyReply,
    fault: PlannedFault,
    payload: Payload,
  ) => Promise<Payload> | Payload;
}

export type FaultBehaviours = Readonly<Record<string, FaultBehaviour>>;
