import { batchJobs } from '../src/lookups/batch-jobs.ts';
import { createDataRobotClient } from '../src/index.ts';
import { nodeClock, nodeTransport } from '@modelferry/node-host';
import { createSecrets } from '@modelferry/auth';
import { valueOf } from '@modelferry/testkit';
import { cars, quick } from './fault-table/support/scenarios.ts';
import { Stage, type Inputs } from './fault-table/support/stage.ts';

const stage = Stage.forFile();
beforeEach(() => stage.reset());

interface Listed {
  readonly jobId: string;
  readonly status: string;
}
const perform = (name: string, inputs: Inputs) => stage.perform(`batchPrediction.${name}`, inputs);
const list = async (inputs: Inputs = {}) =>
  valueOf(await perform('getMany', { returnAll: true, ...inputs })) as readonly Listed[];
const idsOf = (jobs: readonly Listed[]): string[] => jobs.map(({ jobId }) => jobId);
const create = async (deployment = 0): Promise<string> => {
  const deploymentId = stage.platform.deployments[deployment]!.id;
  return (valueOf(await perform('create', { deploymentId })) as Listed).jobId;
};

test('lists jobs, the newest first, and no more than are wanted', async () => {
  const made = [await create(), await create(), await create()];
  expect(idsOf(await list())).toEqual([...made].reverse());
  expect(idsOf(await list({ orderBy: 'created' }))).toEqual(made);
  expect(idsOf(await list({ returnAll: false, limit: 2 }))).toEqual(made.slice(1).reverse());
});

test('reads every page', async () => {
  for (let count = 0; count < 101; count++) await create();
  expect(new Set(idsOf(await list())).size).toBe(101);
  expect(stage.calls('batchList')).toHaveLength(2);
});

test('tells what each job is about', async () => {
  const jobId = await create();
  expect(await list()).toEqual([
    expect.objectContaining({
      jobId,
      status: 'INITIALIZING',
      ...{ finished: false, pending: true, failed: false, resultsDeleted: false },
      deploymentId: stage.deployment.id,
      ...{ intakeType: 'localFile', outputType: 'localFile', source: 'Public API' },
      created: expect.stringMatching(/^\d{4}-/),
    }),
  ]);
});

test('narrows the list by deployment, status, source and time', async () => {
  const waiting = await create();
  const scored = valueOf(
    await perform('score', { deploymentId: stage.deployment.id, file: cars(), ...quick }),
  ) as Listed;
  const other = await create(1);
  const both = { deploymentId: stage.deployment.id };
  expect(idsOf(await list(both))).toEqual([scored.jobId, waiting]);
  expect(idsOf(await list({ statuses: ['COMPLETED', 'FAILED'] }))).toEqual([scored.jobId]);
  expect(idsOf(await list({ sources: ['-Public API'] }))).toEqual([]);
  expect(idsOf(await list({ createdAfter: '2000-01-01' }))).toHaveLength(3);
  expect(idsOf(await list({ createdBefore: '2000-01-01T00:00:00+09:00' }))).toEqual([]);
  expect(idsOf(await list({ ...both, statuses: ['INITIALIZING'] }))).not.toContain(other);
});

test.each([
  [{ createdAfter: 'yesterday' }, /must be a date or a time/],
  [{ createdBefore: '2027-13-45' }, /must be a date or a time/],
  [{ statuses: ['CANCELLED'] }, /must hold only INITIALIZING/],
])('refuses %j before anything is sent', async (inputs, problem) => {
  const { result } = await perform('getMany', inputs);
  expect(result).toMatchObject({
    reason: { code: 'invalid-input', message: expect.stringMatching(problem) },
  });
  expect(stage.sandbox.requests()).toEqual([]);
});

test.each([
  [['links-foreign-host'], undefined],
  [['links-no-slash'], undefined],
  [[], 'next-loops'],
  [[], 'http-503-burst'],
] as const)('ends with %j and %s', async (variants, kind) => {
  const made = [await create(), await create()];
  stage.sandbox.variants.change({ enable: [...variants] });
  if (kind) stage.sandbox.faults.plan({ kind, operation: 'batchList' });
  expect(idsOf(await list())).toEqual(made.reverse());
  expect(stage.sandbox.state().credentialLeaks).toBe(0);
});

describe('the list to choose a job from', () => {
  const look = async (request: { readonly filter?: string } = {}) => {
    const transport = nodeTransport();
    const clock = nodeClock;
    const { endpoint, apiToken } = stage.platform;
    const client = createDataRobotClient({ endpoint, apiToken, clock, transport, secrets: createSecrets() });
    const page = await batchJobs({ client, clock, signal: new AbortController().signal }, request);
    await transport.close();
    return page;
  };

  test('names each by its deployment, time and status', async () => {
    const jobId = await create();
    const [label] = [stage.deployment.label];
    expect(await look()).toEqual({
      entries: [
        {
          value: jobId,
          title: expect.stringMatching(new RegExp(`^${label}, \\d{4}-.*, INITIALIZING$`)),
          description: expect.any(String),
        },
      ],
      next: undefined,
    });
  });

  test('is narrowed by any of them', async () => {
    const jobId = await create();
    for (const filter of [jobId, 'initial', stage.deployment.label.slice(0, 4).toUpperCase()]) {
      expect((await look({ filter })).entries).toHaveLength(1);
    }
    expect((await look({ filter: 'COMPLETED' })).entries).toEqual([]);
  });

  test('is there without the names of deployments', async () => {
    const jobId = await create();
    stage.sandbox.faults.plan({ kind: 'vendor-error', operation: 'deployments' });
    const { entries } = await look();
    expect(entries).toMatchObject([{ value: jobId, title: expect.stringContaining(stage.deployment.id) }]);
  });
});
