import { bytesSource, type Source } from '@modelferry/upload';

/** A presigned URL. */
export const fileUrl = 'https://storage.example/1443722127663.zip?X-Signature=0123456789abcdef0123';

export const source = (name: string, text = 'PK', contentType?: string): Source =>
  bytesSource(name, new TextEncoder().encode(text), contentType);

export const definition = { job_definition_id: '1443334816413', name: 'churn' };

export const version = { job_definition_id: '1443334816413', job_definition_version: 1 };

export const job = {
  ...{ id: '1443722127663', training_job_id: '1443722127663', status: 'Pending' },
  ...{ instance_type: 'cpu-1', exec_env: 'cloud', statistics: null },
};

export const model = { id: '1111111111111', training_model_id: '1111111111111', exec_env: 'cloud' };

export const service = { service_id: 'ser-a', status: 'IN_PROGRESS', models: { alias: '3333333333333' } };

export const endpoint = { endpoint_id: 'pnt-a', custom_alias: 'default', service_id: 'ser-a' };

export const file = {
  file_id: '20180515T180605-f4acc798',
  content_type: 'image/jpeg',
  metadata: { 'x-abeja-meta-filename': '%E6%97%A5.txt' },
};

export const channel = {
  organization_id: '1200123565071',
  channel: { channel_id: '1230000000000', name: 'c', storage_type: 'datalake' },
};

export const item = { dataset_item_id: 7, dataset_id: '9', attributes: {} };

export const said = { status: 200, json: { message: 'done' } };
