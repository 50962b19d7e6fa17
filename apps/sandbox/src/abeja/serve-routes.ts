import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { drain } from '../faults/cuts.ts';
import { admit } from './admit.ts';
import { authenticate } from './authenticate.ts';
import type { Call, Route } from './call.ts';
import { fieldsOf, isObject } from './fields.ts';
import type { Query } from './page.ts';
import type { AbejaPlatform } from './platform.ts';

/** The path of all training calls. */
export const T = '/organizations/:org/training/definitions';
/** The path of what serves one model after another. */
export const D = '/organizations/:org/deployments/:deployment';

export function serveRoutes(app: FastifyInstance, platform: AbejaPlatform, routes: readonly Route[]): void {
  for (const [path, operation, answer] of routes) {
    const [method = '', url = ''] = path.split(' ');
    app.route({
      method: method as HTTPMethods,
      url,
      config: { operation },
      handler: async (request, reply) => {
        try {
          const call: Call = {
            request,
            actor: authenticate(platform, request),
            params: request.params as Call['params'],
            query: request.query as Query,
            fields: () => fieldsOf(request.body),
          };
          admit(platform, call, reply);
          return await send(platform, request, reply, await answer(call));
        } catch (error) {
          await drain(request);
          throw error;
        }
      },
    });
  }
}

/** Every answer is 200 with a JSON body, unless a variant wants it otherwise. */
async function send(
  { parts: { variants } }: AbejaPlatform,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: unknown,
): Promise<FastifyReply> {
  const isMessage = isObject(answer) && Object.keys(answer).join() === 'message';
  if (isMessage && variants.has('empty-204')) return reply.code(204).send();
  const isOurs = request.entry.operation !== 'serviceCall';
  const isCreated = request.method === 'POST' && isOurs && variants.has('created-201');
  return reply.code(isCreated ? 201 : 200).send(answer);
}
