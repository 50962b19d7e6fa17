import { fileUrl, model, source } from '../support/answers.ts';
import { bare, isJson, like, noEntries, T, type Row } from './row.ts';

export const modelRows: readonly Row[] = [
  {
    call: 'Op 23 get_training_models',
    send: (client, signal) => client.getModels('test', {}, signal),
    answer: { status: 200, json: { entries: [], limit: 50, offset: 0, total: 0 } },
    request: `GET ${T}/test/models?filter_archived=exclude_archived`,
    gives: noEntries,
  },
  {
    call: 'Op 24 create_training_model',
    send: (client, signal) =>
      client.createModel(
        'test',
        {
          source: source('weights.zip', 'PK-model'),
          trainingJobId: '1443722127663',
          description: 'description',
          userParameters: { BATCH_SIZE: 32 },
          metrics: { acc: 0.76, loss: 0, worst: -Infinity, none: NaN },
        },
        signal,
      ),
    answer: { status: 200, json: { ...model, metrics: { acc: 0.76, worst: '-Infinity' } } },
    request: `POST ${T}/test/models`,
    parts: [
      ['model_data', 'model_data.zip', 'application/zip', 'PK-model'],
      [
        'parameters',
        'params.json',
        'application/json',
        JSON.stringify({
          training_job_id: '1443722127663',
          description: 'description',
          user_parameters: { BATCH_SIZE: '32' },
          metrics: { acc: 0.76, loss: 0, worst: '-Infinity', none: 'NaN' },
        }),
      ],
    ],
    headers: bare,
    gives: like({ modelId: '1111111111111', metrics: { acc: 0.76, worst: '-Infinity' } }),
  },
  {
    call: 'Op 24, with nothing but the file',
    send: (client, signal) => client.createModel('test', { source: source('weights.zip') }, signal),
    answer: { status: 200, json: model },
    request: `POST ${T}/test/models`,
    parts: [
      ['model_data', 'model_data.zip', 'application/zip', 'PK'],
      ['parameters', 'params.json', 'application/json', '{}'],
    ],
  },
  {
    call: 'Op 25 get_training_model',
    send: (client, signal) => client.getModel('test', '1111111111111', signal),
    answer: { status: 200, json: { ...model, user: { id: '1128347408389', role: 'admin' } } },
    request: `GET ${T}/test/models/1111111111111`,
    gives: like({ modelId: '1111111111111', user: { id: '1128347408389', role: 'admin' } }),
  },
  {
    call: 'Op 26 patch_training_model',
    send: (client, signal) =>
      client.updateModel('test', '1111111111111', { description: 'new description' }, signal),
    answer: { status: 200, json: { ...model, description: 'new description' } },
    request: `PATCH ${T}/test/models/1111111111111`,
    json: { description: 'new description' },
    headers: isJson,
    gives: like({ description: 'new description' }),
  },
  {
    call: 'Op 27 download_training_model',
    send: (client, signal) => client.getModelUrl('test', '1111111111111', signal),
    answer: { status: 200, json: { download_uri: fileUrl } },
    request: `GET ${T}/test/models/1111111111111/download`,
    gives: fileUrl,
  },
  {
    call: 'Op 28 archive_training_model',
    send: (client, signal) => client.archiveModel('test', '1111111111111', signal),
    answer: { status: 200, json: { message: 'test:1111111111111 archived' } },
    request: `POST ${T}/test/models/1111111111111/archive`,
    headers: bare,
    gives: undefined,
  },
  {
    call: 'Op 29 unarchive_training_model',
    send: (client, signal) => client.unarchiveModel('test', '1111111111111', signal),
    answer: { status: 200, json: { message: 'test:1111111111111 unarchived' } },
    request: `POST ${T}/test/models/1111111111111/unarchive`,
    headers: bare,
    gives: undefined,
  },
];
