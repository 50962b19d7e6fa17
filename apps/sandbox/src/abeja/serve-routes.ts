import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { drain } from '../faults/cuts.ts';
import type { OperationName } from '../faults/operations.ts';
import type { Actor } from './access.ts';
import { admit } from './admit.ts';
import { authenticate } from './authenticate.ts';
import { fieldsOf, isObject } from './fields.ts';
import type { Fields } from './fields.ts';
import type { Query } from './page.ts';
import type { AbejaPlatform } from './platform.ts';

/** One call to the API, by somebody who is known. */
export interface Call {
  readonly request: FastifyRequest;
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** Its JSON body. @throws ApiError 400 when it is no object */
  readonly fields: () => Fields;
}

/** A documented call: method and path, its name, and what answers it. */
export type Route = readonly [
  path: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`,
  operation: OperationName,
  answer: (call: Call) => unknown,
];

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
