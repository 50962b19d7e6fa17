import type { RepeatWorld } from '@modelferry/http';
import type { Classifier, ClassifierChange } from '../client/classifiers.ts';
import type { PredictionOneClient } from '../client/client.ts';
import { classifierMissing } from '../jobs/classifier-job.ts';
import { confirmed } from './confirmed.ts';

const sameRules = (a: ClassifierChange['rules'], b: Classifier['rules']): boolean =>
  JSON.stringify(a?.map(({ source, order, priority }) => [source, order, priority])) ===
  JSON.stringify(b?.map(({ source, order, priority }) => [source, order, priority]));

/**
 * Changes a prediction API and nothing of it that was not asked for: it is read first, and all three settings are sent,
 * since whether parts may be left out is unknown (specification, Q15).
 * @throws as {@link confirmed}
 */
export async function updateClassifierSurely(
  client: PredictionOneClient,
  world: RepeatWorld,
  classifierId: string,
  changeOf: (now: Classifier) => ClassifierChange,
): Promise<Classifier> {
  const find = async () =>
    (await client.getClassifiers(world.signal)).find((one) => one.classifierId === classifierId);
  const now = await find();
  if (!now) throw classifierMissing(classifierId);
  const change = changeOf(now);
  const wanted = {
    rules: change.rules ?? now.rules ?? [],
    active: change.active ?? now.active ?? true,
    isEditable: change.isEditable ?? now.isEditable ?? undefined,
  };
  return confirmed(world, {
    doing: `update prediction API ${classifierId}`,
    send: () => client.updateClassifier({ classifierId, ...wanted }, world.signal),
    readBack: async () => {
      const seen = await find();
      const done = seen?.active === wanted.active && sameRules(wanted.rules, seen.rules);
      return done && (wanted.isEditable ?? seen.isEditable) === seen.isEditable ? seen : undefined;
    },
    maxSends: 5,
    remedy: 'Look at the prediction API in the list, then update it again if it is not as wanted.',
  });
}
