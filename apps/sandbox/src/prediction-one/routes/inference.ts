import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Classifier } from '../classifier.ts';
import { inferenceDenied, invalidInferenceRequest, notInClassifiersTable, notRunning } from '../errors.ts';
import { readInferenceInput } from '../inference-input.ts';
import { analysisCsv, predictionCsv } from '../inference-output.ts';
import { allowedByRules } from '../ip-rules.ts';
import type { Region } from '../region.ts';
import { toShiftJis } from '../../tables/shift-jis.ts';
import { succeed } from '../succeed.ts';

/** Inference: scores rows with the model that is live. */
export function inferenceRoute(app: FastifyInstance, region: Region): void {
  const { variants } = region.shared;
  const encode = (csv: string): string => {
    if (variants.has('csv-shift-jis')) return toShiftJis(csv).toString('base64');
    return Buffer.from(variants.has('csv-bom') ? `\ufeff${csv}` : csv).toString('base64');
  };

  app.post(
    '/v1/groups/:group/classifiers/:id/inference',
    { config: { operation: 'inference' } },
    async (request, reply) => {
      const classifier = admit(region, request);
      const input = readInferenceInput(request.body, variants.has('multi-row-accepted'));
      const model = await classifier.model.fitted();
      if (!model.columns.some((column) => input.columns.includes(column))) throw invalidInferenceRequest();
      const outputs = [{ name: 'prediction_valid.csv', data: encode(predictionCsv(model, input)) }];
      if (input.reasons)
        outputs.unshift({ name: 'prediction_analysis.csv', data: encode(analysisCsv(model, input)) });
      return succeed(region, reply, { version: '1', outputs });
    },
  );
}

function admit(region: Region, request: FastifyRequest): Classifier {
  const { variants } = region.shared;
  const { group, id } = request.params as { readonly group: string; readonly id: string };
  const key = region.keys.find(request.headers['x-api-key']);
  if (key === undefined || (key.type !== 'prediction' && !variants.has('any-key-type')))
    throw inferenceDenied('Invalid API key');
  if (region.goneClassifiers.has(id)) throw notInClassifiersTable();
  const classifier = region.classifiers.get(id);
  if (classifier === undefined || group !== `g-${region.name}`)
    throw inferenceDenied('Invalid classifier id');
  if (key.value !== classifier.apiKey && !variants.has('any-key-type'))
    throw inferenceDenied('Invalid API key');
  if (!allowedByRules(classifier.rules, request.ip, variants.has('rules-high-first')))
    throw inferenceDenied('Not allowed source ip');
  if (variants.has('trial-exhausted'))
    throw inferenceDenied('sandbox: the requests of the trial are used up');
  classifier.poll();
  const { status } = classifier;
  const works = status === 'running' || (status === 'updating' && !variants.has('switch-downtime'));
  if (!works) throw notRunning(status === 'terminated' || status === 'terminating' ? 'stopped' : status);
  if (variants.has('inference-says-stopped') && classifier.refusals++ < 2) throw notRunning('stopped');
  return classifier;
}
