import { presetCsv, presetTable } from '../tables/preset-table.ts';
import { madeContents } from './contents.ts';
import type { Contents } from './contents.ts';
import { addFile } from './datalake/add-file.ts';
import type { Channel } from './datalake/channel.ts';
import { addItems } from './datasets/add-items.ts';
import type { AbejaPlatform } from './platform.ts';
import { addChannel } from './routes/channels.ts';
import { addDataset } from './routes/datasets.ts';
import { addDefinition } from './routes/definitions.ts';
import { addCodeVersion, addDeployment } from './routes/deployments.ts';
import { addEndpoint } from './routes/endpoints.ts';
import { addVersion } from './routes/versions.ts';
import { createService } from './serving/create-service.ts';
import { addModel } from './training/add-model.ts';
import type { Model } from './training/model.ts';
import { resultArchive } from './training/result-archive.ts';
import { train } from './training/train.ts';

/** What is there from the start, on real data that ships with `vega-datasets`. */
const presets = [
  { name: 'cars', target: 'Miles_per_Gallon', definition: 'cars-fuel' },
  { name: 'penguins', target: 'Species', definition: 'penguins-species' },
] as const;

/** Fills an empty platform: a channel with files, datasets, job definitions, and a service that answers. */
export function loadPresets(platform: AbejaPlatform): void {
  const facts = { name: 'measurements', description: 'Tables to train on', storageType: 'datalake' };
  const channel = addChannel(platform, facts);
  platform.addDatasource([channel.id]);
  const models = presets.map((preset) => loadPreset(platform, channel, preset));
  const deployment = addDeployment(platform, 'cars-fuel', 'Tells how far a car gets');
  const fields = { version: '0.0.1', image: 'abeja-inc/all-cpu:19.10', handler: 'main:handler' };
  const version = addCodeVersion(platform, deployment, fields);
  version.source = codeArchive;
  const service = createService(platform, deployment, {
    version_id: version.id,
    models: { alias: models[0]?.id },
  });
  service.become('READY');
  addEndpoint(platform, deployment, 'default', service.id);
  Object.assign(platform.done, { versions: 0, models: 0, services: 0 });
}

function loadPreset(
  platform: AbejaPlatform,
  channel: Channel,
  { name, target, definition: definitionName }: (typeof presets)[number],
): Model {
  const table = presetTable(`${name}.json`);
  const csv = madeContents(Buffer.from(presetCsv(`${name}.json`)), table);
  const metadata = { 'x-abeja-meta-filename': `${name}.csv` };
  const facts = { contentType: 'text/csv', metadata, lifetime: null };
  const file = addFile(platform, channel, facts, csv, birthMs);
  const dataset = addDataset(platform, { name, type: 'custom', props: {} });
  const source = { data_uri: `datalake://${channel.id}/${file.id}`, data_type: 'text/csv' };
  addItems(platform, dataset, [{ source_data: [source], attributes: {} }]);
  const definition = addDefinition(platform, definitionName);
  const fields = {
    ...{ handler: 'train:handler', image: 'abeja-inc/all-cpu:19.10', description: 'preset' },
    ...{ environment: { TARGET: target }, datasets: { data: dataset.id } },
  };
  addVersion(platform, definition, fields, codeArchive);
  const fitId = platform.ids.digits('fit');
  let contents: Promise<Contents> | undefined;
  const fit = async (): Promise<Contents> => {
    const trained = await train(table, target, platform.parts.invention.seed);
    platform.fits.set(fitId, trained.evaluated.model);
    return madeContents(await resultArchive(trained, fitId));
  };
  return addModel(platform, definition, {
    ...{ jobId: null, execEnv: 'cloud', description: 'preset', metrics: {} },
    contents: () => (contents ??= fit()),
  });
}

/** When the preset files came: their ids are the same at every start. */
const birthMs = Date.UTC(2026, 0, 1);

/** Stands for the user's code; an empty ZIP. */
const codeArchive = madeContents(Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1'));
