import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { leaveBodies } from '../../json-bodies.ts';
import { drain } from '../../faults/cuts.ts';
import type { Deployment } from '../deployment.ts';
import { ApiError, notFound } from '../errors.ts';
import type { Platform } from '../platform.ts';
import { admitCall } from '../real-time/admit-call.ts';
import { predict } from '../real-time/predict.ts';
import { predictUnstructured } from '../real-time/predict-unstructured.ts';

/** One of the hosts that predict in real time. */
export type RealTimeHost = 'dedicated' | 'serverless' | 'portable';

type Answer = (
  platform: Platform,
  deployment: Deployment,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply>;

const maxRequestLineBytes = 8192;

/** Predictions in real time, under whatever prefix the host has. Bodies are read by the routes themselves. */
export function realTimeRoutes(app: FastifyInstance, platform: Platform, host: RealTimeHost): void {
  const { variants } = platform.parts;
  leaveBodies(app);
  app.addHook('onRequest', async (request) => {
    if (Buffer.byteLength(`${request.method} ${request.url} HTTP/1.1`) > maxRequestLineBytes)
      throw new ApiError(414, 'sandbox: the request line is longer than 8192 bytes.');
  });

  const answering = (answer: Answer) => async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      const id = (request.params as { readonly id?: string }).id ?? platform.firstDeployment.id;
      const deployment = admitCall(platform, id, reply);
      checkHost(deployment);
      return await answer(platform, deployment, request, reply);
    } catch (error) {
      await drain(request);
      throw error;
    }
  };

  function checkHost({ instance }: Deployment): void {
    if (host === 'portable') return;
    const isServerless = instance.platform === 'datarobotServerless';
    if (isServerless !== (host === 'serverless'))
      throw new ApiError(405, 'sandbox: another host predicts for this deployment.');
  }

  const isMoved = (): boolean =>
    host === 'serverless' && variants.has('serverless-unstructured-on-predictions');
  const either: Answer = (...call) =>
    call[1].model.isUnstructured && isMoved() ? predictUnstructured(...call) : predict(...call);
  const unstructured: Answer = (...call) => {
    if (isMoved()) throw notFound();
    return predictUnstructured(...call);
  };
  app.post('/deployments/:id/predictions', { config: { operation: 'predict' } }, answering(either));
  app.post(
    '/deployments/:id/predictionsUnstructured',
    { config: { operation: 'predictUnstructured' } },
    answering(async (...call) => unstructured(...call)),
  );
  if (host === 'portable') app.post('/predictions', { config: { operation: 'predict' } }, answering(predict));
}
