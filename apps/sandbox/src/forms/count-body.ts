import type { FastifyRequest } from 'fastify';

/** Writes down how much of a body comes, whoever reads it. */
export function countBody(request: FastifyRequest): void {
  request.raw.on('data', (chunk: Buffer) => {
    request.entry.bodyBytes += chunk.length;
  });
  request.raw.pause();
}
