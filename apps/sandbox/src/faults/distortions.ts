import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FaultBehaviours, Payload } from './behaviour.ts';
import { untilGone } from './cuts.ts';

/** The faults in which the true answer comes, but late, in part, or wrongly labelled. */
export const distortions: FaultBehaviours = {
  'slow-response': {
    answer: async (_request, _reply, fault, payload) => {
      await sleep(fault.delayMs ?? 1000, undefined, { ref: false });
      return payload;
    },
  },
  'slow-drip': {
    answer: (_request, reply, fault, payload) =>
      replace(reply, payload, async function* (bytes) {
        const step = Math.max(1, fault.bytes ?? 16);
        for (let from = 0; from < bytes.length; from += step) {
          if (from > 0) await sleep(fault.delayMs ?? 20, undefined, { ref: false });
          yield bytes.subarray(from, from + step);
        }
      }),
  },
  'stall-mid-body': {
    answer: (request, reply, _fault, payload) =>
      replace(reply, payload, async function* (bytes) {
        yield half(bytes);
        await untilGone(request);
      }),
  },
  'truncated-body': {
    answer: (request, reply, _fault, payload) =>
      replace(reply, payload, async function* (bytes) {
        yield half(bytes);
        await flushed(request);
        request.raw.socket.destroy();
      }),
  },
  'truncated-json': {
    answer: async (_request, reply, _fault, payload) => {
      const bytes = half(await collect(payload));
      void reply.header('content-length', bytes.length);
      return bytes;
    },
  },
  'wrong-content-type': {
    answer: (_request, reply, fault, payload) => {
      void reply.header('content-type', fault.contentType ?? 'text/html');
      return payload;
    },
  },
  'clock-skew': {
    answer: (_request, reply, fault, payload) => {
      void reply.header('date', new Date(Date.now() + (fault.seconds ?? 3600) * 1000).toUTCString());
      return payload;
    },
  },
};

async function replace(
  reply: FastifyReply,
  payload: Payload,
  write: (bytes: Buffer) => AsyncIterable<Buffer>,
): Promise<Readable> {
  const bytes = await collect(payload);
  void reply.header('content-length', bytes.length);
  return Readable.from(write(bytes), { objectMode: false });
}

/** A whole answer. */
export async function collect(payload: Payload): Promise<Buffer> {
  if (payload === null || payload === undefined) return Buffer.alloc(0);
  if (typeof payload === 'string' || Buffer.isBuffer(payload)) return Buffer.from(payload);
  const chunks: Buffer[] = [];
  for await (const chunk of payload) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.ceil(bytes.length / 2));
}

/** Long enough for the half to leave before the connection goes. */
async function flushed(request: FastifyRequest): Promise<void> {
  while (request.raw.socket.writableLength > 0) await sleep(1);
  await sleep(5);
}
