import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FaultBehaviours } from './behaviour.ts';

/** Ends the call without an answer: `reset` as a broken connection, `close` as a closed one. */
export function cut(request: FastifyRequest, reply: FastifyReply, how: 'reset' | 'close'): void {
  reply.hijack();
  request.entry.cut = true;
  if (how === 'reset') request.raw.socket.resetAndDestroy();
  else request.raw.socket.destroy();
}

/** Reads what is left of the body, at most `limit` bytes, and throws it away. */
export async function drain(request: FastifyRequest, limit = Number.POSITIVE_INFINITY): Promise<void> {
  if (request.raw.readableEnded) return;
  let bytes = 0;
  try {
    for await (const chunk of request.raw.iterator({ destroyOnReturn: false })) {
      bytes += (chunk as Buffer).length;
      request.entry.bodyBytes += (chunk as Buffer).length;
      if (bytes >= limit) return;
    }
  } catch {
    // The client went away; there is nobody left to answer
  }
}

/** Keeps still until the client gives up, or the sandbox closes. */
export async function untilGone(request: FastifyRequest): Promise<void> {
  const { socket } = request.raw;
  request.entry.quietSinceMs ??= Date.now();
  // A reset is an end like any other, which `events.once` would throw
  if (!socket.destroyed) await new Promise((resolve) => socket.once('close', resolve));
}

/** The faults in which no answer comes at all. */
export const cuts: FaultBehaviours = {
  'reset-before-body': { arrive: (request, reply) => cut(request, reply, 'reset') },
  'reset-mid-body': {
    before: async (request, reply, fault) => {
      await drain(request, fault.bytes ?? 1024);
      cut(request, reply, 'reset');
    },
  },
  'stall-mid-upload': {
    before: async (request, reply, fault) => {
      await drain(request, fault.bytes ?? 1024);
      await untilGone(request);
      reply.hijack();
    },
  },
  'reset-after-body': {
    before: async (request, reply) => {
      await drain(request);
      cut(request, reply, 'reset');
    },
  },
  'drop-before-answer': { answer: dropped },
  'drop-after-upload': { answer: dropped },
  timeout: {
    before: async (request, reply) => {
      await drain(request);
      await untilGone(request);
      reply.hijack();
    },
  },
  stall: {
    answer: async (request, reply, _fault, payload) => {
      await untilGone(request);
      return payload;
    },
  },
};

function dropped(request: FastifyRequest): null {
  request.entry.cut = true;
  request.raw.socket.destroy();
  return null;
}
