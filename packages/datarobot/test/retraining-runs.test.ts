import { nodeTransport } from '@modelferry/node-host';
import { errorOf, valueOf } from '@modelferry/testkit';
import { dataRobot } from '../src/index.ts';
import type { Inputs } from './fault-table/support/stage.ts';
import { sandboxAccess } from './support/sandbox-client.ts';
import { RetrainingStage } from './support/retraining-stage.ts';

const stage = RetrainingStage.forEachTest();

describe('Wait for Run', () => {
  test('by three IDs, through faults that pass', async () => {
    const { runId, deploymentId, policyId } = await stage.start();
    stage.sandbox.faults.plan({ kind: 'http-500-once', operation: 'retrainingRun' });
    const waited = await stage.play('waitForRun', { runId, deploymentId, policyId });
    expect(valueOf(waited)).toMatchObject({ finished: true, runId });
  });

  test('tells of a run that was cancelled', async () => {
    const { resumeToken } = await stage.start();
    await stage.play('cancelRun', { runId: resumeToken });
    const error = errorOf(await stage.play('waitForRun', { runId: resumeToken }));
    expect([error.code, error.message]).toEqual([
      'job-failed',
      expect.stringContaining('ended as cancelled'),
    ]);
  });

  test.each<[Inputs, string]>([
    [{ runId: 'r1' }, 'deploymentId'],
    [{ runId: 'r1', deploymentId: 'd1' }, 'policyId'],
    [{ runId: 'd1/p1' }, 'runId'],
    [{ runId: 'eyJ2Ijoxx' }, 'runId'],
    [{ runId: 'https://x/y?z' }, 'runId'],
  ])('%j is no run', async (inputs, field) => {
    const error = errorOf(await stage.play('waitForRun', inputs));
    expect(error).toMatchObject({ code: 'invalid-input', faults: [{ field }] });
    expect(stage.sandbox.requests()).toEqual([]);
  });

  test('all IDs as one', async () => {
    const { runId, deploymentId, policyId } = await stage.start();
    const all = `${String(deploymentId)}/${String(policyId)}/${String(runId)}`;
    expect(valueOf(await stage.play('getRun', { runId: all }))).toMatchObject({ runId });
  });
});

describe('Cancel Run', () => {
  const cancel = (inputs: Inputs) => stage.play('cancelRun', inputs);

  test('cancels, and finds it ended the second time', async () => {
    const { resumeToken: runId } = await stage.start();
    expect(valueOf(await cancel({ runId }))).toMatchObject({ outcome: 'cancelled' });
    expect(valueOf(await cancel({ runId }))).toMatchObject({ outcome: 'already-ended' });
    expect(stage.runs).toMatchObject([{ state: 'cancelled' }]);
  });

  test('run-cancel-word: shows the refusal, and takes another word', async () => {
    stage.enable('run-cancel-word', 'run-post-body');
    const { resumeToken: runId } = await stage.start();
    const error = errorOf(await cancel({ runId }));
    expect([error.message, error.remedy]).toEqual([
      expect.stringContaining('cancelled cannot be set'),
      expect.stringContaining('Cancel Word'),
    ]);
    expect(valueOf(await cancel({ runId, cancelWord: 'aborted' }))).toMatchObject({ outcome: 'cancelled' });
  });

  test('a host ends a run by what the ledger has of it', async () => {
    stage.enable('run-post-body');
    const { records } = await stage.run({ waitForCompletion: false });
    const { id } = records.find(({ kind }) => kind === 'retraining-run')!;
    const transport = nodeTransport();
    const access = sandboxAccess(stage.sandbox, transport);
    expect(await dataRobot.cancels!['retraining-run']!(access, id)).toBe('cancelled');
    await transport.close();
    expect(stage.runs).toMatchObject([{ state: 'cancelled' }]);
  });
});

test('Get Policies lists them with their latest runs', async () => {
  const { runId } = await stage.start();
  const listed = valueOf(
    await stage.play('getPolicies', { deploymentId: stage.deployment.id, returnAll: true }),
  );
  expect(listed).toMatchObject([
    {
      ...{ policyId: stage.policy().id, name: 'refresh', policyAction: 'create_model_package' },
      ...{ latestRunId: runId, latestRunStatus: expect.any(String), triggerType: 'None' },
    },
    { name: 'challenge', latestRunId: undefined },
    { name: 'replace' },
  ]);
});
