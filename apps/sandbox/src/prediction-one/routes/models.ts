import type { FastifyInstance } from 'fastify';
import { isoDay } from '../../dates.ts';
import { badRequest, modelGone } from '../errors.ts';
import type { Model } from '../model.ts';
import { pageOf } from '../page.ts';
import type { PageQuery } from '../page.ts';
import type { Region } from '../region.ts';
import { succeed, succeedDeleting } from '../succeed.ts';

/** Get Model, Delete Model. */
export function modelRoutes(app: FastifyInstance, region: Region): void {
  const { variants } = region.shared;

  app.get<{ Querystring: PageQuery }>('/models', { config: { operation: 'getModels' } }, (request, reply) => {
    region.keys.check(request.headers['x-api-key'], ['train']);
    const ready = [...region.models.values()].filter((model) => model.isReady());
    const listed = ready.filter((model) => model.hiddenPolls === 0);
    for (const model of ready) model.hiddenPolls = Math.max(0, model.hiddenPolls - 1);
    const byAge = listed.sort((a, b) => a.createdMs - b.createdMs || a.id - b.id);
    const { items, metadata } = pageOf(region, byAge, request.query);
    return succeed(region, reply, { models: items.map(render), metadata });
  });

  app.delete<{ Params: { readonly id: string } }>(
    '/models/:id',
    { config: { operation: 'deleteModel' } },
    (request, reply) => {
      region.keys.check(request.headers['x-api-key'], ['train']);
      const model = region.models.get(Number(request.params.id));
      if (model === undefined) throw modelGone();
      const users = [...region.classifiers.values()].filter((classifier) => classifier.model.id === model.id);
      if (users.length > 0 && !variants.has('delete-model-cascades')) {
        throw badRequest('sandbox: a prediction API uses the model.');
      }
      for (const classifier of users) region.deleteClassifier(classifier);
      region.models.delete(model.id);
      return succeedDeleting(region, reply);
    },
  );
}

function render(model: Model): Readonly<Record<string, unknown>> {
  return {
    model_id: model.id,
    owner_user_id: 'sandbox-user',
    target_type: model.config.tt,
    name: model.name,
    version: '1',
    config: model.config,
    is_api_option: true,
    updated_date: isoDay(model.createdMs),
    created_date: isoDay(model.createdMs),
  };
}
