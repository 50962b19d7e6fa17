import { errorOf, valueOf, warningsOf } from '@modelferry/testkit';
import { cars, quick, smallRows } from './fault-table/support/scenarios.ts';
import { Stage, type Inputs } from './fault-table/support/stage.ts';

const stage = Stage.forEachTest();
afterEach(() => expect(stage.sandbox.faults.unconsumed()).toEqual([]));

const perform = (name: string, inputs: Inputs) => stage.perform(`batchPrediction.${name}`, inputs);
describe('Download Result', () => {
  const started = async (inputs: Inputs = {}): Promise<string> => {
    const performance = await perform('score', {
      ...{ deploymentId: stage.deployment.id, file: cars(), waitForCompletion: false },
      ...inputs,
    });
    return (valueOf(performance) as { readonly jobId: string }).jobId;
  };

  test('saves what a job has scored', async () => {
    const jobId = await started();
    await perform('wait', { jobId, ...quick, downloadResult: false });
    const performance = await perform('downloadResult', { jobId, resultFileName: 'scored.csv' });
    expect(valueOf(performance)).toMatchObject({ whole: true, resultRows: smallRows, scoredRows: smallRows });
    expect([...performance.files.keys()]).toEqual(['scored.csv']);
  });

  test('tells a job that goes on to be waited for', async () => {
    expect(errorOf(await perform('downloadResult', { jobId: await started() }))).toMatchObject({
      code: 'rejected',
      message: expect.stringContaining('whole only when its job has completed'),
      remedy: expect.stringContaining('Wait'),
    });
  });

  const aborted = async (): Promise<string> => {
    const jobId = await started();
    await perform('get', { jobId });
    stage.sandbox.faults.plan({ kind: 'job-aborted', operation: 'batchStatus', message: 'Too many errors' });
    await perform('get', { jobId });
    return jobId;
  };

  test('keeps part of a result only where that is wanted, and says that it is no more', async () => {
    stage.sandbox.variants.change({ enable: ['aborted-download-partial'] });
    const jobId = await aborted();
    expect(errorOf(await perform('downloadResult', { jobId })).code).toBe('job-failed');
    const kept = await perform('downloadResult', { jobId, keepPartial: true });
    expect(valueOf(kept)).toMatchObject({ whole: false, status: 'ABORTED', failed: true });
    expect([...kept.files.keys()]).toEqual([`result-${jobId}-partial.csv`]);
    expect(warningsOf(kept)).toMatch(/not valid: the job ended as ABORTED/);
  });

  test('says where a server gives no part', async () => {
    const jobId = await aborted();
    expect(errorOf(await perform('downloadResult', { jobId, keepPartial: true }))).toMatchObject({
      code: 'job-failed',
      message: expect.stringMatching(/Too many errors.*gives no part of its result/),
    });
  });

  test.each([[[]], [['gc-410']]])('says that a result is gone after 48 hours (%j)', async (variants) => {
    const jobId = await started();
    await perform('wait', { jobId, ...quick, downloadResult: false });
    stage.sandbox.variants.change({ enable: variants });
    stage.sandbox.clock.advance(49 * 3_600_000);
    expect(errorOf(await perform('downloadResult', { jobId }))).toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('keeps it for 48 hours'),
    });
  });
});
