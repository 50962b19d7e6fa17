import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import {
  cars,
  publishedModel,
  retrainAccess,
  rowsToScore,
  scoringAccess,
  vendorState,
} from '../support/prediction-one.ts';
import { asked, countOf, requestsOf } from '../support/requests.ts';
import { startedJob } from '../support/started-job.ts';
import { linesOf } from '../support/table.ts';

const seconds = expect.stringMatching(/^\d+$/);
const zipStart = 'PK\u0003\u0004';
const groups = (log: string) => log.split('\n').filter((line) => /^##\[(end)?group\]/.test(line));

test.concurrent(
  'retrain: sends the data, sees each status, waits, and keeps the result under its name',
  onStage({ stepByStep: true }, async ({ sandbox, run, file, workspace, files }) => {
    const { main, post } = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      'training-data': await file('data/cars.csv', cars()),
      'output-dir': 'results/november',
      'poll-interval': '5s',
    });
    expect(main).toMatchObject({ outcome: 'success', exitCode: 0, annotations: [], warnings: [] });

    const [job] = vendorState(sandbox).retrainJobs;
    const resultPath = join(workspace, `results/november/sandbox-result-${job?.id}.zip`);
    expect(main.outputs).toEqual({
      'job-id': job?.id,
      status: 'job_finished',
      finished: 'true',
      pending: 'false',
      'model-id': String(job?.modelId),
      'result-path': resultPath,
      'resume-token': expect.stringMatching(/^[\w-]{20,}$/),
      outcome: 'succeeded',
      'duration-seconds': seconds,
    });
    expect(await files()).toEqual(['data/cars.csv', `results/november/${basename(resultPath)}`]);
    expect((await readFile(resultPath, 'latin1')).slice(0, 4)).toBe(zipStart);

    expect(job?.uploads).toMatchObject([{ name: 'cars.csv', bytes: Buffer.byteLength(cars()) }]);
    expect(asked(sandbox)).toEqual([
      'retrainUpload',
      'put',
      ...['retrainStatus', 'retrainStatus', 'retrainStatus'],
      ...['retrainStatus', 'download'],
    ]);
    const log = logText(main);
    expect(groups(log)).toEqual([
      '##[group]Upload the data',
      '##[endgroup]',
      '##[group]Wait for the retraining',
      '##[endgroup]',
      '##[group]Download the result',
      '##[endgroup]',
    ]);
    expect(log).toMatch(/Sent all 23\.0 kB of "cars\.csv"/);
    for (const status of ['sandbox_waiting', 'sandbox_running', 'job_finished'])
      expect(log.split(`is ${status}`)).toHaveLength(2);
    expect(log).toMatch(/Retrain model succeeded \(\d+s\)$/);

    expect(main.summary).toMatch(/^### ✅ Retrain model succeeded\n\n\| \| \|\n\| --- \| --- \|\n/);
    expect(main.summary).toContain(`| Retrain job ID | \`${job?.id}\` |`);
    expect(main.summary).toMatch(/\| Duration \| \d+s \|/);
    // Nothing is left for the end of the job, and nothing is said there
    expect(post).toMatchObject({ outcome: 'success', exitCode: 0, summary: '' });
    expect(logText(post)).toBe('');
  }),
);

test.concurrent(
  'retrain: sends an evaluation table along in one ZIP, takes a glob, and switches where it is told to',
  onStage({}, async ({ sandbox, run, file }) => {
    await file('data/2026/cars.csv', cars());
    const { main } = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      'deploy-key': sandbox.describe().predictionOne.japan.credentials.deployKey,
      'training-data': 'data/**/cars.csv',
      'evaluation-data': await file('data/evaluation.csv', cars()),
      compression: 'deflate',
      'switch-model': 'true',
    });
    expect(main.outputs).toMatchObject({ outcome: 'succeeded', 'switch-outcome': 'verified' });
    const { switches, classifiers, retrainJobs } = vendorState(sandbox);
    expect({ switches, classifiers }).toMatchObject({
      switches: 1,
      classifiers: expect.arrayContaining([
        expect.objectContaining({ modelId: retrainJobs[0]?.modelId, status: 'running' }),
      ]),
    });
    expect(requestsOf(sandbox, 'retrainUpload')[0]?.query).toEqual({ filename: 'cars.zip' });
    expect(logText(main)).toContain('##[group]Switch the model');
  }),
);

test.concurrent(
  'retrain: does not wait where it is told not to, and leaves the job to others',
  onStage({}, async ({ sandbox, run, file }) => {
    const { main, post } = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      'training-data': await file('cars.csv', cars()),
      wait: 'false',
    });
    const [job] = vendorState(sandbox).retrainJobs;
    expect(main.outputs).toMatchObject({
      ...{ 'job-id': job?.id, finished: 'false', pending: 'true', outcome: 'succeeded' },
    });
    expect(main.outputs).not.toHaveProperty('result-path');
    expect(job?.trainingsStarted).toBe(1);
    expect(asked(sandbox)).toEqual(['retrainUpload', 'put']);
    expect(logText(post)).toBe('');
  }),
);

test.concurrent(
  'retrain: makes a folder of its own for the result where none is named',
  onStage({}, async ({ sandbox, run, file, runnerTemp }) => {
    const { main } = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      'training-data': await file('cars.csv', cars()),
    });
    const folder = dirname(main.outputs['result-path'] ?? '');
    expect(dirname(folder)).toBe(runnerTemp);
  }),
);

test.concurrent(
  'wait: takes up a job by its ID, or by its resume token',
  onStage({}, async ({ sandbox, run, file }) => {
    const started = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      'training-data': await file('cars.csv', cars()),
      wait: 'false',
    });
    for (const name of ['job-id', 'resume-token']) {
      const { main } = await run('prediction-one/wait', {
        ...retrainAccess(sandbox),
        'job-id': started.main.outputs[name] ?? '',
        'output-dir': `by-${name}`,
      });
      expect(main).toMatchObject({ outcome: 'success', exitCode: 0 });
      expect(main.outputs).toMatchObject({
        'job-id': started.main.outputs['job-id'],
        status: 'job_finished',
        'result-path': expect.stringMatching(new RegExp(`/by-${name}/sandbox-result-[\\w-]+\\.zip$`)),
        outcome: 'succeeded',
      });
      expect(main.summary).toMatch(/^### ✅ Wait for model retraining succeeded/);
    }
    expect(vendorState(sandbox).trainingsStarted).toBe(1);
  }),
);

test.concurrent(
  'switch-model: switches once, and says that it is accepted where it cannot look',
  onStage({}, async ({ sandbox, run }) => {
    const jobId = await startedJob(sandbox);
    const { main, post } = await run('prediction-one/switch-model', {
      ...retrainAccess(sandbox),
      'job-id': jobId,
    });
    expect(main.outputs).toEqual({
      'job-id': jobId,
      'model-id': expect.stringMatching(/^\d+$/),
      'switch-outcome': 'accepted',
      outcome: 'succeeded',
      'duration-seconds': seconds,
    });
    expect(countOf(sandbox, 'retrainSwitch')).toBe(1);
    expect(main.summary).toMatch(/^### ✅ Switch model succeeded/);
    expect(logText(post)).toBe('');
  }),
);

test.concurrent(
  'switch-model: looks until the prediction API runs on the new model, with a deploy key',
  onStage({ stepByStep: true }, async ({ sandbox, run }) => {
    const jobId = await startedJob(sandbox);
    sandbox.clock.step(3);
    const { main } = await run('prediction-one/switch-model', {
      ...retrainAccess(sandbox),
      'deploy-key': sandbox.describe().predictionOne.japan.credentials.deployKey,
      'job-id': jobId,
      'poll-interval': '5s',
    });
    expect(main.outputs).toMatchObject({ 'switch-outcome': 'verified', outcome: 'succeeded' });
    const { classifierId } = publishedModel(sandbox);
    expect(vendorState(sandbox).classifiers).toContainEqual({
      ...{ id: classifierId, modelId: Number(main.outputs['model-id']), status: 'running' },
    });
    // Once before the switch, and then until it runs
    expect(countOf(sandbox, 'getClassifiers')).toBeGreaterThan(2);
  }),
);

test.concurrent(
  'predict: scores each row, keeps them in one file with what was sent, and shows the beginning',
  onStage({}, async ({ sandbox, run, file, workspace }) => {
    const rows = rowsToScore(sandbox, 7);
    const { main, post } = await run('prediction-one/predict', {
      ...scoringAccess(sandbox),
      file: await file('to-score.csv', rows),
      'output-dir': 'predictions',
    });
    const resultPath = join(workspace, 'predictions/predictions.csv');
    expect(main).toMatchObject({ outcome: 'success', exitCode: 0, annotations: [] });
    expect(main.outputs).toEqual({
      'result-path': resultPath,
      rows: '7',
      'failed-rows': '0',
      outcome: 'succeeded',
      'duration-seconds': seconds,
    });
    const scored = linesOf(await readFile(resultPath, 'utf8'));
    expect(scored).toHaveLength(7);
    expect(scored.map(({ Name }) => Name)).toEqual(linesOf(rows).map(({ Name }) => Name));
    expect(scored.every((line) => Object.keys(line).some((column) => /sandbox_/.test(column)))).toBe(true);
    expect(asked(sandbox)).toEqual(Array<string>(7).fill('inference'));
    expect(main.summary).toMatch(/^### ✅ Predict rows succeeded/);
    expect(main.summary).toContain('The beginning of `predictions.csv`');
    expect(logText(post)).toBe('');
  }),
);
