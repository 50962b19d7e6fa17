import type { FastifyInstance } from 'fastify';
import type { Classifier } from '../classifier.ts';
import { checkedRules, changeOf } from '../classifier-change.ts';
import { isoSeconds } from '../../dates.ts';
import { badRequest, classifierNotFound, modelGone } from '../errors.ts';
import type { Region } from '../region.ts';
import { succeed, succeedDeleting } from '../succeed.ts';

interface Params {
  readonly id: string;
}

/** Get, Create, Update and Delete Classifier. */
export function classifierRoutes(app: FastifyInstance, region: Region): void {
  const { variants } = region.shared;
  const find = (id: string): Classifier => {
    const classifier = region.classifiers.get(id);
    if (classifier === undefined) throw classifierNotFound();
    return classifier;
  };

  app.get('/classifiers', { config: { operation: 'getClassifiers' } }, (request, reply) => {
    region.keys.check(request.headers['x-api-key'], ['deploy']);
    const all = [...region.classifiers.values()];
    for (const classifier of all) classifier.poll();
    const ordered = variants.has('order-oldest-first') ? all : all.reverse();
    return succeed(region, reply, { classifiers: ordered.map(render) });
  });

  app.post<{ Body: { readonly model_id?: unknown; readonly rules?: unknown } | undefined }>(
    '/classifiers',
    { config: { operation: 'createClassifier' } },
    (request, reply) => {
      region.keys.check(request.headers['x-api-key'], ['deploy']);
      const { model_id: modelId, rules } = request.body ?? {};
      if (!Number.isInteger(modelId)) throw badRequest('sandbox: model_id must be an integer.');
      const checked = checkedRules(rules);
      const model = region.models.get(modelId as number);
      if (model === undefined || !model.isReady()) throw modelGone();
      if (variants.has('no-api-option')) throw badRequest('sandbox: no prediction API option is free.');
      const classifier = region.publish(model, checked);
      classifier.build();
      return succeed(region, reply, {
        classifier_id: classifier.id,
        api_key: classifier.apiKey,
        version: '1',
      });
    },
  );

  app.patch<{ Params: Params }>(
    '/classifiers/:id',
    { config: { operation: 'updateClassifier' } },
    (request, reply) => {
      region.keys.check(request.headers['x-api-key'], ['deploy']);
      const classifier = find(request.params.id);
      const { rules, active, isEditable } = changeOf(request.body, variants);
      if (active === false && classifier.locked && isEditable === undefined) {
        throw badRequest('sandbox: a locked prediction API cannot be stopped.');
      }
      if (active !== undefined && active !== classifier.active) {
        if (!['running', 'terminated', 'failed'].includes(classifier.status)) {
          throw badRequest(`sandbox: the prediction API is ${classifier.status}.`);
        }
        if (active) classifier.build();
        else classifier.stop();
      }
      if (rules !== undefined) classifier.rules = rules;
      if (isEditable !== undefined) classifier.isEditable = isEditable;
      return succeed(region, reply, { classifier: render(classifier) });
    },
  );

  app.delete<{ Params: Params }>(
    '/classifiers/:id',
    { config: { operation: 'deleteClassifier' } },
    (request, reply) => {
      region.keys.check(request.headers['x-api-key'], ['deploy']);
      const classifier = find(request.params.id);
      const stopped = ['terminated', 'failed'].includes(classifier.status);
      if (!stopped && !variants.has('delete-running-allowed')) {
        throw badRequest(`sandbox: the prediction API is ${classifier.status}; stop it first.`);
      }
      region.deleteClassifier(classifier);
      return succeedDeleting(region, reply);
    },
  );
}

function render(classifier: Classifier): Readonly<Record<string, unknown>> {
  return {
    classifier_id: classifier.id,
    model_id: classifier.model.id,
    status: classifier.status,
    api_key: classifier.apiKey,
    version: '1',
    url: classifier.publishedUrl,
    active: classifier.active,
    is_editable: classifier.isEditable,
    create_datetime: isoSeconds(classifier.createdMs),
    update_datetime: isoSeconds(classifier.updatedMs),
    rules: classifier.rules,
  };
}
