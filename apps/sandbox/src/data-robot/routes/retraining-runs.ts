import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalid, notFound } from '../errors.ts';
import { findDeployment } from '../find-deployment.ts';
import { locationOf } from '../links.ts';
import { pageOf } from '../page.ts';
import type { Platform } from '../platform.ts';
import type { RetrainingRun } from '../retraining/retraining-run.ts';
import { runObject } from '../retraining/retraining-objects.ts';
import { findPolicy } from './retraining-policies.ts';

/** The runs of a policy: start, list, read, cancel. */
export function retrainingRunRoutes(app: FastifyInstance, platform: Platform): void {
  const { retraining, parts } = platform;
  const { variants } = parts;
  const root = '/deployments/:id/retrainingPolicies/:pid/runs/';

  app.get(root, { config: { operation: 'retrainingRuns' } }, async (request) => {
    const { runs } = findPolicy(platform, request);
    const visible = runs.filter((run) => run.hiddenLooks === 0);
    for (const run of runs) run.hiddenLooks = Math.max(0, run.hiddenLooks - 1);
    for (const run of visible) await run.poll();
    const items = [...visible].reverse().map((run) => runObject(run, variants));
    return pageOf(platform, request, items, { usual: 100 });
  });

  app.post(root, { config: { operation: 'retrainingRunCreate' } }, (request, reply) => {
    const deployment = findDeployment(platform, request);
    const policy = findPolicy(platform, request);
    const { datasetId, retrainingUserId } = retraining.settingsOf(deployment);
    const isReady = datasetId !== null && retrainingUserId !== null;
    if (!isReady && !variants.has('retrain-settings-missing'))
      throw invalid('sandbox: the retraining settings need a dataset and a user.');
    const run = retraining.run(policy, deployment);
    request.entry.jobId = run.id;
    if (variants.has('run-post-202')) {
      const path = `/deployments/${deployment.id}/retrainingPolicies/${policy.id}/runs/${run.id}/`;
      void reply.code(202).header('location', locationOf(platform, request, path));
    }
    return reply.send(variants.has('run-post-body') ? { id: run.id } : undefined);
  });

  app.get(`${root}:rid/`, { config: { operation: 'retrainingRun' } }, async (request) => {
    const run = findRun(platform, request);
    await run.poll();
    return runObject(run, variants);
  });

  app.patch(`${root}:rid/`, { config: { operation: 'retrainingRunCancel' } }, (request) => {
    const run = findRun(platform, request);
    const { status } = (request.body ?? {}) as { readonly status?: unknown };
    const word = variants.has('run-cancel-word') ? 'aborted' : 'cancelled';
    if (status !== word || variants.has('run-cancel-422'))
      throw invalid(`sandbox: 'status': ${String(status)} cannot be set.`);
    if (run.isOver) throw invalid(`sandbox: the run is ${run.status} already.`);
    run.end('cancelled');
    return runObject(run, variants);
  });
}

function findRun(platform: Platform, request: FastifyRequest): RetrainingRun {
  const { rid } = request.params as { readonly rid: string };
  const run = findPolicy(platform, request).runs.find(({ id }) => id === rid);
  if (run === undefined || run.hiddenLooks > 0) throw notFound('Retraining run not found');
  request.entry.jobId = run.id;
  return run;
}
