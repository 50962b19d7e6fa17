import type { DataRobotFaultKind, DataRobotLifecycleVariant } from '@modelferry/sandbox';
import { errorOf, valueOf, warningsOf } from '@modelferry/testkit';
import type { Inputs, PerformOptions } from './fault-table/support/stage.ts';
import { RetrainingStage } from './support/retraining-stage.ts';

const stage = RetrainingStage.forEachTest();

describe('Run Policy', () => {
  test('sets the dataset, trains, waits, and names the new model', async () => {
    const performance = await stage.run();
    const [made] = stage.runs;
    expect(valueOf(performance)).toMatchObject({
      ...{ runId: made?.id, policyId: stage.policy().id, deploymentId: stage.deployment.id },
      ...{ status: 'completed', finished: true, pending: false, failed: false },
      ...{ modelPackageId: expect.any(String), registeredModelId: expect.any(String) },
      ...{ projectId: expect.any(String), startTime: expect.any(String), finishTime: expect.any(String) },
    });
    expect(warningsOf(performance)).toBe('');
    expect(stage.calls('retrainingSettingsUpdate')).toHaveLength(1);
    const id = `${stage.deployment.id}/${stage.policy().id}/${made?.id}`;
    expect(performance.records.filter(({ kind }) => kind === 'retraining-run')).toMatchObject([
      { id, phase: 'started' },
      { id, phase: 'finished' },
    ]);
  });

  test('leaves a dataset alone that is set already', async () => {
    await stage.run();
    await stage.run();
    expect(stage.calls('retrainingSettingsUpdate')).toHaveLength(1);
    expect(stage.runs).toHaveLength(2);
  });

  test('returns right after the start, with a token to wait by', async () => {
    const outputs = await stage.start();
    expect(outputs).toMatchObject({ finished: false, pending: true, failed: false });
    const waited = await stage.play('waitForRun', { runId: outputs['resumeToken'] });
    expect(valueOf(waited)).toMatchObject({ runId: outputs['runId'], finished: true, pending: false });
    expect(stage.runs).toHaveLength(1);
  });

  test('gives back what goes on when its time is over', async () => {
    stage.enable('run-post-body');
    expect(valueOf(await stage.run({ timeoutMs: 1_000 }))).toMatchObject({
      ...{ finished: false, pending: true, failed: false, runId: stage.runs[0]?.id },
    });
    expect(stage.runs).toMatchObject([{ state: expect.stringMatching(/queued|running/) }]);
  });

  test('names the challenger, or the model that the deployment has now', async () => {
    expect(valueOf(await stage.run({ policyId: stage.policy('challenge').id }))).toMatchObject({
      ...{ finished: true, challengerId: expect.any(String), modelPackageId: undefined },
    });
    const replaced = await stage.run({ policyId: stage.policy('replace').id });
    expect(warningsOf(replaced)).toBe('');
    const { modelPackageId } = valueOf(replaced);
    expect(modelPackageId).toEqual(expect.any(String));
    expect(modelPackageId).not.toBe(stage.deployment.modelPackageId);
    expect(stage.state.replacements).toBe(1);
  });

  test('refuses while a run goes on, unless two are wanted', async () => {
    stage.enable('run-post-body');
    const { runId } = await stage.start();
    const refused = errorOf(await stage.run());
    expect([refused.code, refused.message, refused.remedy]).toEqual([
      'conflict',
      expect.stringContaining(String(runId)),
      expect.stringContaining('Allow Parallel'),
    ]);
    expect(stage.runs).toHaveLength(1);
    expect(valueOf(await stage.run({ allowParallel: true }))).toMatchObject({ finished: true });
    expect(stage.runs).toHaveLength(2);
  });

  test('fails in the words of the run', async () => {
    const { id } = stage.deployment;
    const failed = await stage.play('runPolicy', { deploymentId: id, policyId: stage.policy().id });
    const error = errorOf(failed);
    expect([error.code, warningsOf(failed)]).toEqual(['rejected', expect.stringContaining('lack a dataset')]);
    expect(stage.runs).toHaveLength(0);
  });

  test('goes on with the run of an earlier try, and begins anew after one that has failed', async () => {
    stage.enable('run-post-body');
    const records: PerformOptions['records'] = [];
    const first = valueOf(await stage.run({ timeoutMs: 1_000 }, { records }));
    const second = await stage.run({}, { records });
    expect(valueOf(second)).toMatchObject({ runId: first['runId'], finished: true });
    expect(warningsOf(second)).toContain('Going on with retraining run');
    expect(stage.runs).toHaveLength(1);
    const failed = records.map((record) => ({ ...record, phase: 'failed' }));
    expect(valueOf(await stage.run({}, { records: failed }))).toMatchObject({ finished: true });
    expect(stage.runs).toHaveLength(2);
  });
});

describe('what the vendor has not documented', () => {
  test.each<[DataRobotLifecycleVariant, Inputs]>([
    ['run-post-body', { finished: true }],
    ['run-post-202', { finished: true }],
    ['run-appears-late', { finished: true }],
    ['run-status-words', { finished: true, status: 'SUCCESS' }],
    ['run-finish-null', { finished: true, finishTime: undefined }],
  ])('%s', async (variant, expected) => {
    stage.enable(variant);
    const performance = await stage.run();
    expect(valueOf(performance)).toMatchObject({ ...expected, modelPackageId: expect.any(String) });
    expect(warningsOf(performance)).toBe('');
    expect(stage.runs).toHaveLength(1);
  });

  test('an ID that is told before the run can be seen', async () => {
    stage.enable('run-appears-late', 'run-post-body');
    expect(valueOf(await stage.run())).toMatchObject({ finished: true });
    expect(stage.runs).toHaveLength(1);
  });

  test('neither word nor time: the word decides', async () => {
    stage.enable('run-status-words', 'run-finish-null');
    expect(valueOf(await stage.run())).toMatchObject({ finished: true, status: 'SUCCESS' });
  });

  test('retrain-settings-missing: a run that fails at once', async () => {
    stage.enable('retrain-settings-missing');
    const { id } = stage.deployment;
    const failed = await stage.play('runPolicy', { deploymentId: id, policyId: stage.policy().id });
    const error = errorOf(failed);
    expect([error.code, error.message, error.remedy]).toEqual([
      'job-failed',
      expect.stringContaining('ended as failed: "sandbox: the retraining settings have no dataset'),
      expect.stringContaining('need a dataset'),
    ]);
    expect(failed.records.at(-1)).toMatchObject({ kind: 'retraining-run', phase: 'failed' });
  });

  test('run-result-missing: the user is told where to look', async () => {
    stage.enable('run-result-missing');
    const performance = await stage.run();
    expect(valueOf(performance)).toMatchObject({ finished: true, modelPackageId: undefined });
    expect(warningsOf(performance)).toContain('does not name what it made');
  });
});

describe('a lost answer', () => {
  const lost: readonly DataRobotFaultKind[] = ['drop-before-answer', 'stall', 'truncated-body'];

  test.each(lost)('%s: the run is found, and never a second one made', async (kind) => {
    stage.sandbox.faults.plan({ kind, operation: 'retrainingRunCreate' });
    const performance = await stage.run();
    expect(valueOf(performance)).toMatchObject({ finished: true });
    expect(stage.runs).toHaveLength(1);
    expect(stage.calls('retrainingRunCreate')).toHaveLength(1);
  });

  test('with a run that shows late', async () => {
    stage.enable('run-appears-late');
    stage.sandbox.faults.plan({ kind: 'drop-before-answer', operation: 'retrainingRunCreate' });
    const performance = await stage.run();
    expect(valueOf(performance)).toMatchObject({ finished: true });
    expect(warningsOf(performance)).toContain('is taken for the one');
    expect(stage.runs).toHaveLength(1);
  });

  test('and a list that shows nothing: it stays unclear, and a later try looks before it asks', async () => {
    stage.sandbox.faults.plan({ kind: 'status', status: 504, operation: 'retrainingRunCreate' });
    const records: PerformOptions['records'] = [];
    const unclear = errorOf(await stage.run({}, { records }));
    expect([unclear.code, unclear.message]).toEqual([
      'outcome-unknown',
      expect.stringContaining('no new run has appeared in 120 s'),
    ]);
    expect(stage.runs).toHaveLength(0);
    expect(errorOf(await stage.run({}, { records })).code).toBe('outcome-unknown');
    expect(stage.calls('retrainingRunCreate')).toHaveLength(1);
  });

  test('a clear refusal is no riddle: the next try asks again', async () => {
    stage.sandbox.faults.plan({ kind: 'vendor-error', operation: 'retrainingRunCreate' });
    const records: PerformOptions['records'] = [];
    expect(errorOf(await stage.run({}, { records })).code).toBe('rejected');
    expect(valueOf(await stage.run({}, { records }))).toMatchObject({ finished: true });
    expect(stage.runs).toHaveLength(1);
  });
});
