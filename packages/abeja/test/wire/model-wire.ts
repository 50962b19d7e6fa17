import { emptyZip, parametersPart, sourceOf } from './version-wire.ts';
import { asJson, aText, type WirePart, type WireRow } from './wire-row.ts';

const one = '{T}/test/models/{model}';
const create = 'POST {T}/test/models';

const modelPart: WirePart = {
  ...{ name: 'model_data', fileName: 'model_data.zip', contentType: 'application/zip', content: emptyZip },
};

export const modelWire: readonly WireRow[] = [
  {
    operation: 'Op 23 get_training_models',
    ours: { line: 'GET {T}/test/models?filter_archived=exclude_archived' },
    send: (client, _, signal) => client.getModels('test', {}, signal),
    theirs: [
      { line: 'GET {T}/test/models' },
      { line: 'GET {T}/test/models?filter_archived=include_archived' },
    ],
    answer: { entries: [{ id: '{model}' }], limit: 50, offset: 0, total: 1 },
  },
  {
    operation: 'Op 24 create_training_model',
    ours: {
      line: create,
      form: [
        modelPart,
        parametersPart(
          '{"training_job_id": "{job}", "description": "description", "user_parameters": {"BATCH_SIZE": "32"}, "metrics": {"acc": 0.76, "loss": 1.99}}',
        ),
      ],
    },
    send: (client, { job }, signal) =>
      client.createModel(
        'test',
        {
          source: sourceOf('weights.zip', emptyZip),
          trainingJobId: job,
          description: 'description',
          userParameters: { BATCH_SIZE: 32 },
          metrics: { acc: 0.76, loss: 1.99 },
        },
        signal,
      ),
    answer: {
      ...{ id: aText, training_model_id: aText, training_job_id: '{job}', description: 'description' },
      ...{ user_parameters: { BATCH_SIZE: '32' }, metrics: { acc: 0.76, loss: 1.99 } },
    },
  },
  {
    operation: 'Op 24, with nothing but the file',
    ours: { line: create, form: [modelPart, parametersPart('{}')] },
    send: (client, _, signal) =>
      client.createModel('test', { source: sourceOf('weights.zip', emptyZip) }, signal),
    theirs: [{ line: create, form: [{ ...modelPart, fileName: 'model.zip' }, parametersPart('{}')] }],
    answer: { training_job_id: null, exec_env: 'none', user: null },
  },
  {
    operation: 'Op 25 get_training_model',
    ours: { line: `GET ${one}` },
    send: (client, { model }, signal) => client.getModel('test', model, signal),
    answer: { id: '{model}', training_model_id: '{model}', archived: false },
  },
  {
    operation: 'Op 26 patch_training_model',
    ours: { line: `PATCH ${one}`, json: '{"description": "new description"}' },
    send: (client, { model }, signal) =>
      client.updateModel('test', model, { description: 'new description' }, signal),
    answer: { id: '{model}', description: 'new description' },
  },
  {
    operation: 'Op 27 download_training_model',
    ours: { line: `GET ${one}/download` },
    send: (client, { model }, signal) => client.getModelUrl('test', model, signal),
    answer: { download_uri: expect.stringMatching(/^https?:\/\/.*\?/) as unknown },
  },
  {
    operation: 'Op 28 archive_training_model',
    ours: { line: `POST ${one}/archive` },
    send: (client, { model }, signal) => client.archiveModel('test', model, signal),
    theirs: [{ line: `POST ${one}/archive`, ...asJson }],
    answer: '{"message": "test:{model} archived"}',
  },
  {
    operation: 'Op 29 unarchive_training_model',
    ours: { line: `POST ${one}/unarchive` },
    send: (client, { model }, signal) => client.unarchiveModel('test', model, signal),
    theirs: [{ line: `POST ${one}/unarchive`, ...asJson }],
    answer: '{"message": "test:{model} unarchived"}',
  },
];
