import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Fields } from '../batch/spec-fields.ts';
import type { Definition } from '../definitions/definition.ts';
import { definitionObject } from '../definitions/definition-object.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { pageOf } from '../page.ts';
import type { Platform } from '../platform.ts';

/** What is to be scored again and again. */
export function definitionRoutes(app: FastifyInstance, platform: Platform): void {
  const { definitions } = platform;
  const root = '/batchPredictionJobDefinitions/';
  const shown = (definition: Definition): Record<string, unknown> => definitionObject(platform, definition);

  app.get(root, { config: { operation: 'definitions' } }, (request) => {
    const { deploymentId, searchName = '' } = request.query as Readonly<Record<string, string | undefined>>;
    const found = [...definitions.all.values()].filter(
      ({ name, deployment }) =>
        (deploymentId ?? deployment.id) === deployment.id &&
        name.toLowerCase().includes(searchName.toLowerCase()),
    );
    return pageOf(platform, request, found.map(shown), { usual: 100 });
  });

  app.post(root, { config: { operation: 'definitionCreate' } }, (request, reply) =>
    reply.code(202).send(shown(definitions.add(bodyOf(request)))),
  );

  app.get(`${root}:id/`, { config: { operation: 'definition' } }, (request) =>
    shown(findDefinition(platform, request)),
  );

  app.patch(`${root}:id/`, { config: { operation: 'definitionUpdate' } }, (request) => {
    const definition = findDefinition(platform, request);
    definitions.update(definition, bodyOf(request));
    return shown(definition);
  });

  app.delete(`${root}:id/`, { config: { operation: 'definitionDelete' } }, (request, reply) => {
    const definition = findDefinition(platform, request);
    if (definition.jobs.some((job) => job.queuedMs !== undefined && !job.isOver))
      throw conflict('sandbox: jobs of the definition are in the queue.');
    definitions.all.delete(definition.id);
    return reply.code(204).send();
  });

  app.get(`${root}:id/portable/`, { config: { operation: 'definitionPortable' } }, (request, reply) => {
    const { name, body } = findDefinition(platform, request);
    void reply.type('text/plain; charset=utf-8');
    return `# ${name}\nprediction_job = ${JSON.stringify(body)}\n`;
  });
}

/** The definition that a call names, in its path or as `jobDefinitionId`. @throws ApiError 404 */
export function findDefinition(platform: Platform, request: FastifyRequest): Definition {
  const { id } = request.params as { readonly id?: string };
  const { jobDefinitionId } = (request.body ?? {}) as { readonly jobDefinitionId?: string };
  const definition = platform.definitions.all.get(id ?? jobDefinitionId ?? '');
  if (definition === undefined) throw notFound('Batch prediction job definition not found');
  for (const job of definition.jobs) job.deployment.instance.advance();
  return definition;
}

function bodyOf({ body }: FastifyRequest): Fields {
  if (typeof body !== 'object' || body === null) throw invalid('sandbox: the body must be a JSON object.');
  return body as Fields;
}
