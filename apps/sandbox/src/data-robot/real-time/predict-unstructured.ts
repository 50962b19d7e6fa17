import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deployment } from '../deployment.ts';
import { ApiError, invalid } from '../errors.ts';
import type { Platform } from '../platform.ts';
import { executionTime } from './execution-time.ts';
import { readBody } from './read-body.ts';

/** Hands any bytes to a model that answers with the same, behind a line with the query if there is one. */
export async function predictUnstructured(
  platform: Platform,
  deployment: Deployment,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { variants } = platform.parts;
  const { accept = '', 'content-type': type = 'application/octet-stream' } = request.headers;
  if (accept !== '' && variants.has('unstructured-accept-406'))
    throw new ApiError(406, 'sandbox: Accept is not taken here.');
  if (!deployment.model.isUnstructured) throw invalid('sandbox: the model is not unstructured.');
  const payload = await readBody(request, reply, variants);
  const { search } = new URL(request.url, 'http://sandbox');
  const line = search === '' || variants.has('unstructured-query-dropped') ? '' : `${search.slice(1)}\n`;
  void reply.headers(executionTime(variants)).type(type);
  return reply.send(Buffer.concat([Buffer.from(line), payload]));
}
