import type { FastifyReply } from 'fastify';
import type { Region } from './region.ts';

/** Answers a success; no status is documented for it. */
export function succeed(region: Region, reply: FastifyReply, body: unknown): FastifyReply {
  const { variants } = region.shared;
  const status = variants.has('created-201') ? 201 : variants.has('accepted-202') ? 202 : 200;
  return reply.code(status).send(body);
}

/** Answers a delete; it has no body. */
export function succeedDeleting(region: Region, reply: FastifyReply): FastifyReply {
  const { variants } = region.shared;
  if (variants.has('delete-json')) return succeed(region, reply, { metadata: {} });
  return reply.code(variants.has('delete-204') ? 204 : 200).send();
}
