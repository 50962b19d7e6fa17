import { optionalObject, wholeNumber } from '../fields.ts';
import type { Fields } from '../fields.ts';
import type { AbejaPlatform } from '../platform.ts';
import { fitOf } from '../training/fit-of.ts';
import type { Model } from '../training/model.ts';
import { readModel, readVersion } from './create-service.ts';
import type { Deployment } from './deployment.ts';
import { Run } from './run.ts';

const mostRetries = 9;

/** Begins to apply a model to a file. @throws ApiError 400 for what may not be */
export function startRun(
  platform: AbejaPlatform,
  deployment: Deployment,
  fields: Fields,
  triggerId?: string,
): Run {
  const inputData = optionalObject(fields, 'input_data');
  const model = readModel(platform, fields);
  const run = new Run(
    {
      ...{ id: platform.ids.prefixed('run'), inputData, triggerId },
      version: readVersion(deployment, fields),
      environment: optionalObject(fields, 'environment'),
      retryCount: readRetries(fields),
    },
    platform.parts.clock,
    apply(platform, model, inputData),
  );
  deployment.runs.set(run.facts.id, run);
  return run;
}

/** @throws ApiError 400 for more than may be */
export function readRetries(fields: Fields): number {
  return wholeNumber(fields, 'retry_count', 0, mostRetries);
}

async function apply(platform: AbejaPlatform, model: Model | undefined, inputData: Fields): Promise<string> {
  const [channelId = '', fileId = ''] = String(Object.values(inputData)[0] ?? '').split('/');
  const contents = platform.channels.get(channelId)?.files.get(fileId)?.contents;
  if (contents === undefined) throw new Error('sandbox: there is no such file in the datalake.');
  if (model === undefined) return `read ${contents.bytes} bytes`;
  const fitted = await fitOf(platform, model);
  if (fitted === undefined) throw new Error('sandbox: the archive holds no model of the sandbox.');
  const { columns, rows } = await contents.table();
  for (const row of rows) fitted.predict((column) => row[columns.indexOf(column)] ?? '');
  return `predicted ${rows.length} rows`;
}
