import type { StageResult } from '@modelferry/github-runner';
import { errorOf } from '../support/error-of.ts';
import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import {
  cars,
  muchData,
  retrainAccess,
  rowsToScore,
  scoringAccess,
  vendorState,
} from '../support/prediction-one.ts';
import { asked, countOf, whenAsked } from '../support/requests.ts';
import { startedJob } from '../support/started-job.ts';
import { waitSnippet } from '../support/wait-snippet.ts';

/** The first signal was enough: the second one would have come 7.5 seconds later. */
function expectPromptEnd(main: StageResult): void {
  expect(main).toMatchObject({
    outcome: 'cancelled',
    exitCode: 1,
    signal: null,
    outputs: { outcome: 'cancelled' },
  });
  expect(main.signals).toMatchObject([{ signal: 'SIGINT' }]);
  expect(main.summary).toMatch(/^### ⏹️ [\w ]+ was cancelled\n\n/);
}

/** What the action itself has raised; the runner adds that the operation was cancelled. */
const saidBy = ({ annotations, ...rest }: StageResult): string =>
  errorOf({ ...rest, annotations: annotations.filter(({ title }) => title !== undefined) });

test.concurrent(
  'in the upload: it is cut, nothing was started, and it says so',
  onStage({ faults: [{ kind: 'stall-mid-upload', operation: 'put' }] }, async ({ sandbox, run, file }) => {
    const { main, post } = await run(
      'prediction-one/retrain',
      { ...retrainAccess(sandbox), 'training-data': await file('cars.csv', muchData()) },
      { cancel: { when: whenAsked(sandbox, 'put', ({ bodyBytes }) => bodyBytes > 0) } },
    );
    expectPromptEnd(main);
    const said = saidBy(main);
    expect(said).toMatch(/The upload was cut before all of the data had left, so nothing was started/);
    expect(said).not.toContain('prediction-one/wait');
    const [job] = vendorState(sandbox).retrainJobs;
    expect(main.outputs['job-id']).toBe(job?.id);
    expect(job).toMatchObject({ trainingsStarted: 0, uploads: [] });
    expect(asked(sandbox)).toEqual(['retrainUpload', 'put']);
    expect(logText(post)).toBe('');
  }),
);

test.concurrent(
  'in the wait: the job goes on, with its ID and the way to go on printed',
  onStage({ variants: ['stuck-job'] }, async ({ sandbox, run, file }) => {
    const { main, post } = await run(
      'prediction-one/retrain',
      { ...retrainAccess(sandbox), 'training-data': await file('cars.csv', cars()) },
      { cancel: { when: whenAsked(sandbox, 'retrainStatus') } },
    );
    expectPromptEnd(main);
    const [job] = vendorState(sandbox).retrainJobs;
    const said = saidBy(main);
    expect(said).toContain(`etraining ${job?.id} was left alone: it goes on at the vendor.`);
    expect(waitSnippet(said)).toMatchObject({ action: 'prediction-one/wait', given: { 'job-id': job?.id } });
    expect(main.outputs).toMatchObject({ 'job-id': job?.id, status: 'sandbox_running' });
    expect(main.summary).toContain(`\`${job?.id}\``);
    expect(JSON.parse(main.state['job'] ?? '')).toMatchObject({ id: job?.id, done: true });
    expect(logText(post)).toBe('');
  }),
);

test.concurrent(
  'in the wait for a job of an earlier step',
  onStage({ variants: ['stuck-job'] }, async ({ sandbox, run }) => {
    const jobId = await startedJob(sandbox);
    const { main, post } = await run(
      'prediction-one/wait',
      { ...retrainAccess(sandbox), 'job-id': jobId },
      { cancel: { when: whenAsked(sandbox, 'retrainStatus') } },
    );
    expectPromptEnd(main);
    expect(waitSnippet(saidBy(main)).given['job-id']).toBe(jobId);
    expect(logText(post)).toBe('');
  }),
);

test.concurrent(
  'in the download: no half file stays under the final name, or any other',
  onStage(
    { faults: [{ kind: 'stall-mid-body', operation: 'download' }] },
    async ({ sandbox, run, file, files }) => {
      const { main, post } = await run(
        'prediction-one/retrain',
        { ...retrainAccess(sandbox), 'training-data': await file('cars.csv', cars()), 'output-dir': 'out' },
        { cancel: { when: whenAsked(sandbox, 'download', () => true) } },
      );
      expectPromptEnd(main);
      expect(await files()).toEqual(['cars.csv']);
      expect(main.outputs).not.toHaveProperty('result-path');
      expect(main.outputs['status']).toBe('job_finished');
      expect(waitSnippet(saidBy(main)).given['job-id']).toBe(main.outputs['job-id']);
      expect(logText(post)).toBe('');
    },
  ),
);

test.concurrent(
  'before the answer to the first question: nothing is known to have been started',
  onStage({ faults: [{ kind: 'timeout', operation: 'retrainUpload' }] }, async ({ sandbox, run, file }) => {
    const { main, post } = await run(
      'prediction-one/retrain',
      { ...retrainAccess(sandbox), 'training-data': await file('cars.csv', cars()) },
      { cancel: { when: whenAsked(sandbox, 'retrainUpload', () => true) } },
    );
    expectPromptEnd(main);
    expect(saidBy(main)).toMatch(/nothing had been started at the vendor/);
    expect(main.outputs).not.toHaveProperty('job-id');
    expect(vendorState(sandbox).trainingsStarted).toBe(0);
    expect(post).toMatchObject({ outcome: 'success', exitCode: 0 });
  }),
);

test.concurrent(
  'while rows are scored: no further row is sent, and no half file stays',
  onStage(
    { faults: [{ kind: 'stall', operation: 'inference', skip: 1 }] },
    async ({ sandbox, run, file, files }) => {
      const { main } = await run(
        'prediction-one/predict',
        {
          ...scoringAccess(sandbox),
          file: await file('rows.csv', rowsToScore(sandbox, 5)),
          concurrency: '1',
          'output-dir': 'out',
        },
        {
          cancel: {
            when: async (signal) => {
              await whenAsked(sandbox, 'inference')(signal);
              await whenAsked(sandbox, 'inference', ({ faultId }) => faultId !== undefined)(signal);
            },
          },
        },
      );
      expectPromptEnd(main);
      expect(countOf(sandbox, 'inference')).toBe(2);
      expect(await files()).toEqual(['rows.csv']);
    },
  ),
);

test.concurrent(
  'of a switch that is asked for: it says what may have happened',
  onStage({ faults: [{ kind: 'stall', operation: 'retrainSwitch' }] }, async ({ sandbox, run }) => {
    const jobId = await startedJob(sandbox);
    const { main } = await run(
      'prediction-one/switch-model',
      { ...retrainAccess(sandbox), 'job-id': jobId },
      { cancel: { when: whenAsked(sandbox, 'retrainSwitch', () => true) } },
    );
    expectPromptEnd(main);
    expect(countOf(sandbox, 'retrainSwitch')).toBe(1);
    // It was carried out: nobody may be told that nothing has happened
    expect(saidBy(main)).toMatch(/may have been carried out there/);
  }),
);

describe('killed without a warning', () => {
  test.concurrent(
    'in the wait: state and outputs hold the ID, and post says how to go on',
    onStage({ variants: ['stuck-job'] }, async ({ sandbox, run, file }) => {
      const { main, post } = await run(
        'prediction-one/retrain',
        { ...retrainAccess(sandbox), 'training-data': await file('cars.csv', cars()) },
        { cancel: { means: 'kill', when: whenAsked(sandbox, 'retrainStatus') } },
      );
      const [job] = vendorState(sandbox).retrainJobs;
      expect(main).toMatchObject({ outcome: 'failure', exitCode: null, signal: 'SIGKILL' });
      expect(main.outputs).toEqual({ 'job-id': job?.id });
      expect(JSON.parse(main.state['job'] ?? '')).toMatchObject({
        ...{ id: job?.id, phase: 'uploaded', done: false, policy: 'detach' },
      });
      expect(post).toMatchObject({ outcome: 'success', exitCode: 0 });
      expect(logText(post)).toContain(`etraining ${job?.id} was left alone`);
      expect(waitSnippet(logText(post))).toMatchObject({
        ...{ action: 'prediction-one/wait', given: { 'job-id': job?.id } },
      });
      expect(post.summary).toContain(job?.id);
      expect(post.summary).toMatch(/```yaml\n- uses: .*prediction-one\/wait.*\n {2}with:\n/);
    }),
  );

  test.concurrent(
    'in the upload: post does not promise what it cannot know',
    onStage({ faults: [{ kind: 'stall-mid-upload', operation: 'put' }] }, async ({ sandbox, run, file }) => {
      const { main, post } = await run(
        'prediction-one/retrain',
        { ...retrainAccess(sandbox), 'training-data': await file('cars.csv', muchData()) },
        { cancel: { means: 'kill', when: whenAsked(sandbox, 'put', ({ bodyBytes }) => bodyBytes > 0) } },
      );
      expect(JSON.parse(main.state['job'] ?? '')).toMatchObject({ phase: 'uploading', done: false });
      expect(logText(post)).toMatch(/its data were being sent, and where they have all arrived it goes on/);
      expect(vendorState(sandbox).trainingsStarted).toBe(0);
    }),
  );

  test.concurrent(
    'before anything is known: post says where to look',
    onStage({ faults: [{ kind: 'timeout', operation: 'retrainUpload' }] }, async ({ sandbox, run, file }) => {
      const { main, post } = await run(
        'prediction-one/retrain',
        { ...retrainAccess(sandbox), 'training-data': await file('cars.csv', cars()) },
        { cancel: { means: 'kill', when: whenAsked(sandbox, 'retrainUpload', () => true) } },
      );
      expect(main.outputs).toEqual({});
      expect(post).toMatchObject({ outcome: 'success', exitCode: 0 });
      expect(post.annotations).toMatchObject([
        { kind: 'warning', message: expect.stringMatching(/look there for a job without a run/) },
      ]);
    }),
  );

  test.concurrent(
    'in a container, where no signal arrives',
    onStage({ variants: ['stuck-job'] }, async ({ sandbox, run, file }) => {
      const { main, post } = await run(
        'prediction-one/retrain',
        { ...retrainAccess(sandbox), 'training-data': await file('cars.csv', cars()) },
        {
          variant: 'container',
          cancel: { when: whenAsked(sandbox, 'retrainStatus') },
          patience: { interruptMs: 100, terminateMs: 50 },
        },
      );
      expect(main).toMatchObject({
        outcome: 'cancelled',
        signal: 'SIGKILL',
        signals: [{ signal: 'SIGKILL' }],
      });
      expect(waitSnippet(logText(post)).given['job-id']).toBe(main.outputs['job-id']);
      expect(main.outputs['job-id']).toBe(vendorState(sandbox).retrainJobs[0]?.id);
    }),
  );
});
