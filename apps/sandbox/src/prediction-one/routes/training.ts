import type { FastifyInstance } from 'fastify';
import { parseSample } from '../../tables/parse-sample.ts';
import { columnInfo } from '../column-info.ts';
import { isoSeconds } from '../../dates.ts';
import { badRequest, jobGone } from '../errors.ts';
import type { Region } from '../region.ts';
import { resultUrl } from '../result-url.ts';
import { statusName } from '../status-name.ts';
import { succeed } from '../succeed.ts';
import { keepAsDataSet } from '../keep-as-data-set.ts';
import { checkConfig } from '../train-config.ts';
import { train } from '../train.ts';
import { Training } from '../training.ts';
import type { TrainingFile } from '../training.ts';
import { uploadUrl } from '../upload-url.ts';

interface ProcessQuery {
  readonly external_process_id?: unknown;
}

/** Train Data Upload, Train Data Set Info, Train, Train Status Check. */
export function trainingRoutes(app: FastifyInstance, region: Region): void {
  const { variants, clock, invention } = region.shared;
  const find = (id: unknown): Training => {
    const training = typeof id === 'string' ? region.trainings.get(id) : undefined;
    if (training === undefined) throw badRequest('sandbox: there is no such external_process_id.');
    return training;
  };

  app.get<{ Querystring: { readonly extension?: unknown } }>(
    '/data-sets/upload-url',
    { config: { operation: 'trainUpload' } },
    (request, reply) => {
      region.keys.check(request.headers['x-api-key'], ['train']);
      const { extension } = request.query;
      if (extension !== 'csv' && extension !== 'tsv')
        throw badRequest('sandbox: extension must be csv or tsv.');
      const id = invention.uuid(`${region.name}:process`);
      const training = new Training(id, extension, clock);
      region.trainings.set(id, training);
      request.entry.jobId = id;
      const url = (file: TrainingFile, fileExtension: string): string =>
        uploadUrl(region, {
          name: `${file}.${fileExtension}`,
          jobId: id,
          onUpload: async (upload) => {
            training.files.set(file, upload);
            if (file === 'learn') await keepAsDataSet(region, training, upload);
          },
        });
      return succeed(region, reply, {
        learn_data_set_upload_url: url('learn', extension),
        eval_data_set_upload_url: url('eval', extension),
        column_info_upload_url: url('column-info', 'csv'),
        external_process_id: id,
      });
    },
  );

  app.get<{ Querystring: ProcessQuery }>(
    '/data-sets/column-info',
    { config: { operation: 'getColumnInfo' } },
    async (request, reply) => {
      region.keys.check(request.headers['x-api-key'], ['train']);
      const training = find(request.query.external_process_id);
      request.entry.jobId = training.uploadId;
      const learn = training.files.get('learn');
      if (learn === undefined) throw badRequest('sandbox: the training file is not uploaded.');
      training.columnInfoPolls += 1;
      if (training.columnInfoPolls <= (variants.has('column-info-late') ? 5 : 1)) {
        throw badRequest('sandbox: the column info is not ready.');
      }
      if (learn.sample === undefined) throw badRequest('sandbox: the training file is no table.');
      const table = await parseSample(learn.sample, learn.name).catch((error: Error) => {
        throw badRequest(`sandbox: ${error.message}`);
      });
      return succeed(region, reply, columnInfo(table));
    },
  );

  app.post<{
    Body:
      | { readonly external_process_id?: unknown; readonly name?: unknown; readonly config?: unknown }
      | undefined;
  }>('/models', { config: { operation: 'train' } }, (request, reply) => {
    region.keys.check(request.headers['x-api-key'], ['train']);
    const { external_process_id: processId, name, config } = request.body ?? {};
    const training = find(processId);
    request.entry.jobId = training.uploadId;
    if (typeof name !== 'string' || name === '') throw badRequest('sandbox: name is missing.');
    const checked = checkConfig(config, variants);
    for (const file of ['learn', 'column-info'] as const) {
      if (!training.files.has(file)) throw badRequest(`sandbox: the ${file} file is not uploaded.`);
    }
    if (training.trainingsStarted > 0) throw badRequest('sandbox: the training has started already.');
    if (variants.has('train-returns-new-id')) {
      region.trainings.delete(training.id);
      training.id = invention.uuid(`${region.name}:process`);
      region.trainings.set(training.id, training);
    }
    train(region, training, name, checked);
    return succeed(region, reply, { external_process_id: training.id });
  });

  app.get<{ Querystring: ProcessQuery }>(
    '/models/results',
    { config: { operation: 'trainStatus' } },
    async (request, reply) => {
      region.keys.check(request.headers['x-api-key'], ['train']);
      const training = find(request.query.external_process_id);
      request.entry.jobId = training.uploadId;
      training.poll();
      await training.settle();
      const state = training.state(variants.has('stuck-job'));
      if (state === 'failed' && variants.has('failed-job-as-error')) throw jobGone();
      const { outcome } = training;
      const downloadable =
        state === 'finished' && outcome !== undefined && !variants.has('finished-without-url');
      const told = state === 'failed' && !variants.has('failed-without-message');
      return succeed(region, reply, {
        status: statusName(state, 'finished', variants, training.steps),
        created_datetime: isoSeconds(training.createdMs),
        updated_datetime: isoSeconds(training.updatedMs),
        ...(downloadable ? { result_url: resultUrl(region, outcome.result, training.uploadId) } : {}),
        ...(told ? { sandbox_message: training.failure } : {}),
      });
    },
  );
}
