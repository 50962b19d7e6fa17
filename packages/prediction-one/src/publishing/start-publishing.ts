import type { RunContext } from '@modelferry/operation';
import type { AccessRule } from '../client/classifiers.ts';
import type { PredictionOneClient } from '../client/client.ts';
import { publication } from '../jobs/classifier-job.ts';
import { createClassifierOnce } from '../recovery/create-classifier-once.ts';
import { vendor } from '../vendor.ts';

/** Publishes a model, or takes up the prediction API that an earlier try of the same request has made. */
export async function startPublishing(
  context: RunContext<PredictionOneClient>,
  request: { readonly modelId: string; readonly rules: readonly AccessRule[] },
): Promise<{ readonly classifierId: string }> {
  const { client, jobs, progress } = context;
  const fingerprint = JSON.stringify(request);
  const earlier = await jobs.earlier(publication, fingerprint);
  if (earlier) {
    const message = `Going on with prediction API ${earlier.id} of an earlier try, in place of creating another one.`;
    progress({ type: 'warning', message });
    return { classifierId: earlier.id };
  }
  progress({ type: 'phase', title: 'Create the prediction API' });
  const { classifierId } = await createClassifierOnce(client, context, request);
  await jobs.keep({ vendor, kind: publication, id: classifierId, phase: 'created', fingerprint });
  return { classifierId };
}
