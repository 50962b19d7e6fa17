import { source } from '../../support/answers.ts';
import type { Stage } from '../../support/stage.ts';
import type { Inputs, Scenario } from './scenario.ts';

const channel = async ({ platform }: Stage): Promise<Inputs> => ({ channelId: platform.channel.id });
const file = async (stage: Stage): Promise<Inputs> => ({
  ...(await channel(stage)),
  fileId: stage.platform.channel.files[0]?.id,
});
const dataset = async ({ platform }: Stage): Promise<Inputs> => ({ datasetId: platform.datasets[0]?.id });
const csv = 'a,b\n1,2\n';
const upload = async (stage: Stage): Promise<Inputs> => ({
  ...(await channel(stage)),
  file: source('a.csv', csv),
});
const aFile = { fileId: expect.any(String) as string };

/** It has come once, and whole. */
const uploaded: Scenario['done'] = ({ state }) =>
  expect(state.files.filter(({ bytes }) => bytes === csv.length)).toHaveLength(1);

export const dataScenarios: readonly Scenario[] = [
  {
    name: 'datalake.upload',
    calls: { channelUpload: 'upload' },
    inputs: upload,
    gives: { ...aFile, name: 'a.csv' },
    done: uploaded,
  },
  {
    name: 'datalake.upload presigned',
    calls: { channelPresign: 'address', put: 'put', channelFile: 'read' },
    inputs: async (stage) => ({ ...(await upload(stage)), way: 'presigned' }),
    gives: { ...aFile, name: 'a.csv' },
    done: uploaded,
  },
  {
    name: 'datalake.getMany',
    calls: { channelFiles: 'read' },
    inputs: channel,
    gives: [aFile, aFile],
  },
  {
    name: 'datalake.download',
    calls: { channelFile: 'read', download: 'download' },
    inputs: file,
    gives: aFile,
    done: (_, { files }) => expect(files.size).toBe(1),
  },
  { name: 'datalake.delete', calls: { channelFileDelete: 'set' }, inputs: file, gives: { deleted: true } },
  {
    name: 'dataset.addItems',
    calls: { abejaDataset: 'read', datasetItemCreate: 'row' },
    inputs: async (stage) => ({
      ...(await dataset(stage)),
      rows: [{ dataUri: 'datalake://1/2', dataType: 'text/csv' }],
    }),
    gives: [{ ok: true, output: { dataUri: 'datalake://1/2' } }],
  },
  { name: 'dataset.get', calls: { abejaDataset: 'read' }, inputs: dataset, gives: { itemCount: 1 } },
  {
    name: 'dataset.getMany',
    calls: { abejaDatasets: 'read' },
    inputs: async () => ({}),
    gives: [{ datasetId: expect.any(String) as string }, { datasetId: expect.any(String) as string }],
  },
];
