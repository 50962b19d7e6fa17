import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { StorageError } from '../../storage/xml-error.ts';
import { badRequest, classifierNotFound, jobGone, jobNotFound, modelGone } from '../errors.ts';
import type { Key } from '../key-ring.ts';
import type { Model } from '../model.ts';
import type { Region } from '../region.ts';
import { resultUrl } from '../result-url.ts';
import { jobOf } from '../job-of.ts';
import { RetrainJob } from '../retrain-job.ts';
import { statusName } from '../status-name.ts';
import { succeed } from '../succeed.ts';
import { retrain } from '../retrain.ts';
import { uploadProof } from '../../storage/upload-proof.ts';
import { uploadUrl } from '../upload-url.ts';

const unusedJobPolls = 3;

/** Retrain Data Upload, Retrain Status Check, Retrain Model Switch. */
export function retrainRoutes(app: FastifyInstance, region: Region): void {
  const { variants, clock, invention } = region.shared;
  const keyOf = (headers: IncomingHttpHeaders): Key => region.keys.check(headers['x-api-key'], ['retrain']);

  app.get<{ Querystring: { readonly filename?: unknown } }>(
    '/retrain_jobs/upload_url',
    { config: { operation: 'retrainUpload' } },
    (request, reply) => {
      const base = baseModel(region, keyOf(request.headers));
      const fileName = checkedFileName(request.query.filename);
      const id = invention.uuid(`${region.name}:retrain-job`);
      const job = new RetrainJob({ id, fileName, baseModelId: base.id, clock });
      region.retrainJobs.set(id, job);
      request.entry.jobId = id;
      const url = uploadUrl(region, {
        name: fileName,
        jobId: id,
        onUpload: (upload) => {
          if (job.deleted) throw new StorageError(403, 'AccessDenied', 'The job is gone.');
          if (job.uploads.length > 0 && variants.has('second-put-rejected')) {
            throw new StorageError(409, 'Conflict', 'The object is there already.');
          }
          job.uploads.push(uploadProof(upload));
          const restart = variants.has('second-put-restarts');
          if (job.trainingsStarted > 0 && !restart) return;
          const modelId = region.reserveModelId();
          job.start(() => retrain(region, base, job, modelId, upload));
        },
      });
      return succeed(region, reply, { retrain_job_id: id, upload_url: url });
    },
  );

  app.get('/retrain_jobs/:id', { config: { operation: 'retrainStatus' } }, async (request, reply) => {
    const job = jobOf(region, request, keyOf(request.headers));
    job.poll();
    if (job.trainingsStarted === 0 && variants.has('unused-job-expires') && job.steps > unusedJobPolls) {
      job.deleted = true;
      throw jobGone();
    }
    await job.settle();
    const state = job.state(variants.has('stuck-job'));
    if (state === 'failed' && variants.has('failed-job-as-error')) throw jobGone();
    const { outcome } = job;
    const done = state === 'finished' && outcome !== undefined;
    return succeed(region, reply, {
      status: statusName(state, 'job_finished', variants, job.steps),
      ...(done && !variants.has('status-without-model-id') ? { model_id: outcome.model.id } : {}),
      message: state === 'failed' && !variants.has('failed-without-message') ? job.failure : '',
      ...(done && !variants.has('finished-without-url')
        ? { download_url: resultUrl(region, outcome.result, job.id) }
        : {}),
      metadata: { retrain_job_id: job.id },
    });
  });

  app.put('/retrain_jobs/:id/update_model', { config: { operation: 'retrainSwitch' } }, (request, reply) => {
    const job = jobOf(region, request, keyOf(request.headers));
    const { outcome } = job;
    if (job.state() !== 'finished' || outcome === undefined) throw badRequest('Retrain job is not finished.');
    const classifier = region.classifierOfModel(job.baseModelId);
    if (classifier === undefined) throw classifierNotFound();
    if (!region.models.has(outcome.model.id)) throw jobNotFound();
    if (job.switches > 0 && variants.has('switch-twice-rejected'))
      throw badRequest('sandbox: the job was switched already.');
    job.switches += 1;
    if (classifier.model.id !== outcome.model.id) {
      classifier.switchTo(outcome.model, () => {
        if (variants.has('switch-changes-inference-key')) {
          classifier.apiKey = region.keys.make('prediction').value;
        }
        if (variants.has('switch-invalidates-retrain-key')) region.spentModels.add(job.baseModelId);
      });
    }
    return succeed(region, reply, { metadata: { retrain_job_id: job.id } });
  });
}

/** The model to retrain: the one behind the key's prediction API now. */
function baseModel(region: Region, { modelId }: Key): Model {
  const id = modelId ?? [...region.classifiers.values()][0]?.model.id ?? -1;
  const owned = region.models.get(id);
  if (owned === undefined || region.spentModels.has(id)) throw modelGone();
  return owned;
}

function checkedFileName(fileName: unknown): string {
  if (typeof fileName !== 'string' || fileName === '') throw badRequest('sandbox: filename is missing.');
  if (/[\\/\x00-\x1f\ufeff\ufffd]/.test(fileName))
    throw badRequest('sandbox: filename must be a plain file name.');
  return fileName;
}
