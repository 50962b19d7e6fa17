import { valueOf } from '@modelferry/testkit';
import { storedZip } from '@modelferry/upload';
import { source } from '../../support/answers.ts';
import type { Stage } from '../../support/stage.ts';
import type { Inputs, Scenario } from './scenario.ts';

const definition = 'cars-fuel';
const named = async (): Promise<Inputs> => ({ definition });
const version = async (): Promise<Inputs> => ({ definition, version: '1' });
const code = () => ({
  source: storedZip('code.zip', [{ path: 'train.py', source: source('train.py', 'pass') }]),
  ...{ handler: 'train:handler', image: 'abeja-inc/all-cpu:19.10' },
});

async function running(stage: Stage): Promise<Inputs> {
  const { resumeToken } = valueOf(await stage.perform('job.create', { definition }));
  return { jobId: resumeToken };
}

async function complete(stage: Stage): Promise<Inputs> {
  const job = await running(stage);
  await stage.perform('job.wait', { ...job, downloadResult: false, findModel: false });
  return job;
}

/** How a job is followed to its end, and what it leaves is fetched. */
const finishing: Scenario['calls'] = {
  ...{ trainingJob: 'poll', trainingResult: 'read', download: 'download', trainingModels: 'extra' },
};
const finished = { finished: true, status: 'Complete', goodEnough: true, modelIds: [expect.any(String)] };
const withFile: Scenario['done'] = (_, { files }) => expect(files.size).toBe(1);

export const definitionScenarios: readonly Scenario[] = [
  {
    name: 'definition.create',
    calls: { jobDefinition: 'lookup', jobDefinitionCreate: 'named' },
    inputs: async () => ({ name: 'churn' }),
    gives: { name: 'churn', versionCount: 0 },
  },
  { name: 'definition.get', calls: { jobDefinition: 'read' }, inputs: named, gives: { name: definition } },
  {
    name: 'definition.getMany',
    calls: { jobDefinitions: 'read' },
    inputs: async () => ({}),
    gives: [{ name: expect.any(String) as string }, { name: expect.any(String) as string }],
  },
  {
    name: 'definition.delete',
    calls: { jobDefinitionDelete: 'set' },
    inputs: async () => ({ definition, confirm: true }),
    gives: { deleted: true },
  },
  {
    name: 'definition.archive',
    calls: { jobDefinitionArchive: 'set' },
    inputs: named,
    gives: { archived: true },
  },
  {
    name: 'definition.unarchive',
    calls: { jobDefinitionUnarchive: 'set' },
    inputs: named,
    gives: { archived: false },
  },
];

export const versionScenarios: readonly Scenario[] = [
  {
    name: 'version.create',
    calls: { trainingVersionCreate: 'create' },
    inputs: async () => ({ definition, ...code() }),
    gives: { version: 2, handler: 'train:handler' },
    done: ({ state }) => expect(state.versionsCreated).toBe(1),
  },
  { name: 'version.get', calls: { trainingVersion: 'read' }, inputs: version, gives: { version: 1 } },
  { name: 'version.getMany', calls: { trainingVersions: 'read' }, inputs: named, gives: [{ version: 1 }] },
  {
    name: 'version.update',
    calls: { trainingVersionUpdate: 'set', trainingVersion: 'read' },
    inputs: async () => ({ ...(await version()), description: 'new' }),
    gives: { version: 1, description: 'new' },
  },
  {
    name: 'version.downloadSource',
    calls: { trainingVersionSource: 'read', download: 'download' },
    inputs: version,
    gives: { version: 1 },
    done: withFile,
  },
  {
    name: 'version.delete',
    calls: { trainingVersionDelete: 'set' },
    inputs: async () => ({ ...(await version()), confirm: true }),
    gives: { deleted: true },
  },
  {
    name: 'version.archive',
    calls: { trainingVersionArchive: 'set' },
    inputs: version,
    gives: { archived: true },
  },
  {
    name: 'version.unarchive',
    calls: { trainingVersionUnarchive: 'set' },
    inputs: version,
    gives: { archived: false },
  },
];

export const jobScenarios: readonly Scenario[] = [
  {
    name: 'job.run',
    calls: {
      ...{ jobDefinition: 'lookup', trainingVersionCreate: 'create', trainingJobCreate: 'create' },
      ...finishing,
    },
    inputs: async () => ({ definition, ...code() }),
    gives: { ...finished, version: 2 },
    done: ({ state }, { files }) =>
      expect([state.versionsCreated, state.jobsCreated, files.size]).toEqual([1, 1, 1]),
  },
  {
    name: 'job.create',
    calls: { jobDefinition: 'read', trainingVersions: 'read', trainingJobCreate: 'create' },
    inputs: named,
    gives: { pending: true, version: 1 },
  },
  { name: 'job.wait', calls: finishing, inputs: running, gives: finished, done: withFile },
  { name: 'job.get', calls: { trainingJob: 'read' }, inputs: running, gives: { definition } },
  {
    name: 'job.getMany',
    calls: { trainingJobs: 'read' },
    async inputs(stage) {
      await running(stage);
      return { definition };
    },
    gives: [{ definition }],
  },
  {
    name: 'job.stop',
    calls: { trainingJobStop: 'set', trainingJob: 'poll' },
    inputs: running,
    gives: { outcome: 'stopped', status: 'Stopped' },
  },
  {
    name: 'job.getResult',
    calls: { trainingJob: 'read', trainingResult: 'read' },
    inputs: complete,
    gives: { available: true, finished: true },
  },
  {
    name: 'job.downloadResult',
    calls: { trainingJob: 'read', trainingResult: 'read', download: 'download' },
    inputs: complete,
    gives: { finished: true },
    done: withFile,
  },
  {
    name: 'job.updateStatistics',
    calls: { trainingStatistics: 'set', trainingJob: 'read' },
    inputs: async (stage) => ({ ...(await running(stage)), epoch: 0 }),
    gives: { epoch: 0 },
  },
  { name: 'job.archive', calls: { trainingJobArchive: 'set' }, inputs: complete, gives: { archived: true } },
  {
    name: 'job.unarchive',
    calls: { trainingJobUnarchive: 'set' },
    inputs: complete,
    gives: { archived: false },
  },
];
