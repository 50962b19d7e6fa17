import { EngineError } from '@modelferry/http';
import type { Job, JobState } from '@modelferry/polling';
import type { Classifier } from '../client/classifiers.ts';
import type { PredictionOneClient } from '../client/client.ts';
import { vendor } from '../vendor.ts';

export interface ClassifierJobOptions {
  readonly classifierId: string;
  /** The state to wait for. `stopped` is also the word of the scoring host (specification, Q14). */
  readonly until: 'running' | 'stopped';
}

/** The kind of a building prediction API in references. */
export const publication = 'publication';

/** Running means that it can be scored with: a URL is there too, which may come later than the word. */
function stateOf({ status, url }: Classifier, until: ClassifierJobOptions['until']): JobState {
  const word = status.toLowerCase();
  if (word === 'failed') return 'failed';
  if (until === 'stopped') return word === 'terminated' || word === 'stopped' ? 'succeeded' : 'running';
  return word === 'running' && url ? 'succeeded' : 'running';
}

/** A prediction API on its way to another state. */
export function classifierJob(
  client: PredictionOneClient,
  { classifierId, until }: ClassifierJobOptions,
): Job<Classifier> {
  return {
    reference: { vendor, kind: publication, id: classifierId },
    async read(signal) {
      const found = (await client.getClassifiers(signal)).find((one) => one.classifierId === classifierId);
      if (!found) throw classifierMissing(classifierId);
      return { state: stateOf(found, until), rawStatus: found.status, result: found };
    },
  };
}

export const classifierMissing = (classifierId: string): EngineError =>
  new EngineError({
    code: 'not-found',
    message: `There is no prediction API ${classifierId}.`,
    remedy: 'Check the ID: it may have been deleted, or belong to another account or region.',
  });
