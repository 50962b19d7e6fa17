import type { RunContext } from '@modelferry/operation';
import type { AccessRule } from '../client/classifiers.ts';
import type { PredictionOneClient } from '../client/client.ts';
import { publication } from '../jobs/classifier-job.ts';
import { createClassifierOnce } from '../recovery/create-classifier-once.ts';
import { vendor } from '../vendor.ts';

/** A prediction API that was made for a request, and what ends the request. */
export interface Publishing {
  readonly classifierId: string;
  /** From now on, the same inputs are another request. */
  done(): Promise<void>;
}

/** Publishes a model, or takes up the prediction API that an earlier try of the same request has made. */
export async function startPublishing(
  context: RunContext<PredictionOneClient>,
  request: { readonly modelId: string; readonly rules: readonly AccessRule[] },
): Promise<Publishing> {
  const { client, jobs, progress } = context;
  const fingerprint = JSON.stringify(request);
  const keep = (id: string, phase: 'created' | 'done') =>
    jobs.keep({ vendor, kind: publication, id, phase, fingerprint });
  const earlier = await jobs.earlier(publication, fingerprint);
  if (earlier?.phase === 'created') {
    const message = `Going on with prediction API ${earlier.id} of an earlier try, in place of creating another one.`;
    progress({ type: 'warning', message });
    return { classifierId: earlier.id, done: () => keep(earlier.id, 'done') };
  }
  progress({ type: 'phase', title: 'Create the prediction API' });
  const { classifierId } = await createClassifierOnce(client, context, request);
  await keep(classifierId, 'created');
  return { classifierId, done: () => keep(classifierId, 'done') };
}
