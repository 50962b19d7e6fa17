import type { JobRecord } from '@modelferry/operation';
import type { DataRobotFaultKind } from '@modelferry/sandbox';
import { valueOf, warningsOf } from '@modelferry/testkit';
import { cars } from './fault-table/support/scenarios.ts';
import { Stage, type Inputs } from './fault-table/support/stage.ts';

const stage = Stage.forFile();
beforeEach(() => stage.reset());
afterEach(() => expect(stage.sandbox.state().credentialLeaks).toBe(0));

const jobIds = () => stage.state.batchJobs.map(({ id }) => id);
const rerun = (inputs: Inputs, records?: JobRecord[]) =>
  stage.perform('batchPrediction.rerun', inputs, { records });

const places = {
  intakeType: 's3',
  intakeUrl: 's3://b/in.csv',
  outputType: 's3',
  outputUrl: 's3://b/out.csv',
};
const made = async (operation: string, inputs: Inputs = places, output = 'jobId'): Promise<string> => {
  const { id: deploymentId } = stage.deployment;
  return String(valueOf(await stage.perform(operation, { deploymentId, ...inputs }))[output]);
};
const renamed = { ...places, columnNamesRemapping: ['a=b', 'c='], predictionHost: 'p.example' };
const scored = () => made('batchPrediction.score', { file: cars(), timeoutMs: 300_000 });

/** What a rerun is made from, and the inputs that name it. */
const origins: readonly (readonly [from: string, prepare: () => Promise<Inputs>])[] = [
  ['job', async () => ({ jobId: await made('batchPrediction.create', renamed) })],
  [
    'definition',
    async () => ({
      rerunFrom: 'definition',
      definitionId: await made('batchDefinition.create', { name: 'nightly', ...places }, 'definitionId'),
    }),
  ],
];

describe.each(origins)('from a %s', (_, prepare) => {
  test('another job begins by itself', async () => {
    const inputs = await prepare();
    const before = jobIds();
    const performance = await rerun(inputs);
    expect(valueOf(performance)).toMatchObject({ jobId: jobIds().at(-1), awaitsData: false });
    expect(jobIds()).toHaveLength(before.length + 1);
    expect(performance.records.find(({ kind }) => kind === 'batch-prediction')).toMatchObject({
      id: jobIds().at(-1),
      phase: 'uploaded',
    });
  });

  test.each<DataRobotFaultKind>(['drop-before-answer', 'stall'])(
    '%s: the job that was made is found, and there is no second one',
    async (kind) => {
      const inputs = await prepare();
      const before = jobIds();
      for (const operation of ['batchFromExisting', 'batchFromDefinition'] as const)
        stage.sandbox.faults.plan({ kind, operation });
      const performance = await rerun(inputs);
      expect(jobIds()).toHaveLength(before.length + 1);
      expect(valueOf(performance)['jobId']).toBe(jobIds().at(-1));
      expect(before).not.toContain(jobIds().at(-1));
      expect(warningsOf(performance)).toContain('is taken for the one');
    },
  );

  test('where nothing was made, and no answer came, that is said, and nothing is repeated', async () => {
    const records: JobRecord[] = [];
    const inputs = await prepare();
    const before = jobIds();
    for (const operation of ['batchFromExisting', 'batchFromDefinition'] as const)
      stage.sandbox.faults.plan({ kind: 'reset-after-body', operation });
    for (let tries = 0; tries < 2; tries++) {
      const { result } = await rerun(inputs, records);
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'outcome-unknown' } });
    }
    expect(jobIds()).toEqual(before);
    expect([...stage.calls('batchFromExisting'), ...stage.calls('batchFromDefinition')]).toHaveLength(1);
  });

  test('a later try goes on with the job of the first', async () => {
    const records: JobRecord[] = [];
    const inputs = await prepare();
    const first = valueOf(await rerun(inputs, records))['jobId'];
    expect(valueOf(await rerun(inputs, records))['jobId']).toBe(first);
  });
});

test('the copy of a job with a local file waits for its data, which is told', async () => {
  const performance = await rerun({ jobId: await scored() });
  expect(valueOf(performance)).toMatchObject({
    jobId: jobIds()[1],
    awaitsData: true,
    uploadMode: 'whole',
    message: expect.stringContaining('Upload Data'),
  });
  expect(warningsOf(performance)).toContain(`${jobIds()[1]} waits for its data`);
  expect(performance.records.at(-2)).toMatchObject({ id: jobIds()[1], phase: 'created' });
  valueOf(await stage.perform('batchPrediction.uploadData', { jobId: jobIds()[1], file: cars() }));
  expect(stage.state.batchJobs[1]).toMatchObject({ queued: true });
});

test('from-existing-reuses-data', async () => {
  stage.sandbox.variants.change({ enable: ['from-existing-reuses-data'] });
  const performance = await rerun({ jobId: await scored() });
  expect(valueOf(performance)).toMatchObject({ jobId: jobIds()[1], awaitsData: false });
  expect(warningsOf(performance)).toBe('');
});

test('a resume token names the job as well as its ID does', async () => {
  const { id: deploymentId } = stage.deployment;
  const first = valueOf(await stage.perform('batchPrediction.create', { deploymentId, ...places }));
  expect(valueOf(await rerun({ jobId: first['resumeToken'] }))['jobId']).toBe(jobIds()[1]);
});

test.each<[Inputs, string, RegExp]>([
  [{}, 'jobId', /is needed to rerun from a job/],
  [{ rerunFrom: 'definition' }, 'definitionId', /is needed to rerun from a definition/],
  [{ jobId: 'j', definitionId: 'd' }, 'definitionId', /only goes with Rerun From Definition/],
  [{ jobId: 'no id' }, 'jobId', /is no ID/],
])('%j is refused before anything is sent', async (inputs, field, problem) => {
  const { result } = await rerun(inputs);
  expect(result).toMatchObject({
    reason: { faults: [expect.objectContaining({ field, problem: expect.stringMatching(problem) })] },
  });
  expect(stage.sandbox.requests()).toEqual([]);
});

test('what is not there cannot be run again', async () => {
  const gone = { reason: { code: 'not-found' } };
  expect((await rerun({ jobId: 'none' })).result).toMatchObject(gone);
  expect((await rerun({ rerunFrom: 'definition', definitionId: 'none' })).result).toMatchObject(gone);
});
