import { errorOf } from '../support/error-of.ts';
import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { cars, retrainAccess, vendorState } from '../support/prediction-one.ts';
import { asked, countOf } from '../support/requests.ts';
import { waitSnippet } from '../support/wait-snippet.ts';

const short = { timeout: '5s', 'poll-interval': '5s', 'on-timeout': 'detach' };

test.concurrent(
  'a job that runs on fails the step, and the wait that is printed takes it up to its end',
  onStage({ variants: ['stuck-job'] }, async ({ sandbox, run, file, files }) => {
    const { main, post } = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      ...short,
      'training-data': await file('cars.csv', cars()),
      'output-dir': 'out',
    });
    const [job] = vendorState(sandbox).retrainJobs;
    expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, signal: null, signals: [] });
    expect(main.outputs).toMatchObject({
      ...{ 'job-id': job?.id, outcome: 'timed-out', pending: 'true', finished: 'false' },
      status: 'sandbox_running',
    });
    const said = errorOf(main);
    expect(said).toMatch(
      /^Waited 5s for retraining [\w-]+, which had not ended: its last status was "sandbox_running"\./,
    );
    expect(said).toContain('Give a longer `timeout`');
    expect(said).toMatch(/left alone: .*it goes on at the vendor/);
    expect(main.summary).toMatch(/^### ⌛ Retrain model timed out\n\n/);
    expect(main.summary).toContain('```yaml');
    expect(logText(post)).toBe('');

    sandbox.variants.change({ disable: ['stuck-job'] });
    const { action, given } = waitSnippet(said);
    expect({ action, given }).toEqual({
      action: 'prediction-one/wait',
      given: {
        'retrain-key': '${{ secrets.PREDICTION_ONE_RETRAIN_KEY }}',
        'management-url': expect.any(String),
        'job-id': job?.id,
      },
    });
    const later = await run(action, { ...given, ...retrainAccess(sandbox), 'output-dir': 'out' });
    expect(later.main).toMatchObject({ outcome: 'success', exitCode: 0 });
    expect(later.main.outputs).toMatchObject({ 'job-id': job?.id, outcome: 'succeeded', finished: 'true' });
    expect(await files()).toEqual(['cars.csv', `out/sandbox-result-${job?.id}.zip`]);
    expect(vendorState(sandbox).trainingsStarted).toBe(1);
  }),
);

test.concurrent(
  'a wait that is over too early fails likewise, and can be repeated',
  onStage({ variants: ['stuck-job', 'odd-status-names'] }, async ({ sandbox, run, file }) => {
    const { main: start } = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      'training-data': await file('cars.csv', cars()),
      wait: 'false',
    });
    const given = { ...retrainAccess(sandbox), 'job-id': start.outputs['resume-token'] ?? '' };
    const { main, post } = await run('prediction-one/wait', { ...given, ...short });
    expect(main).toMatchObject({ outcome: 'failure', exitCode: 1 });
    expect(main.outputs).toMatchObject({ 'job-id': start.outputs['job-id'], outcome: 'timed-out' });
    expect(waitSnippet(errorOf(main)).given['job-id']).toBe(start.outputs['job-id']);
    expect(logText(post)).toBe('');
    expect(countOf(sandbox, 'retrainStatus')).toBeGreaterThan(0);
  }),
);

test.concurrent(
  'a look that never comes back does not outlive the timeout',
  onStage({ faults: [{ kind: 'timeout', operation: 'retrainStatus' }] }, async ({ sandbox, run, file }) => {
    const { main } = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      ...short,
      'training-data': await file('cars.csv', cars()),
    });
    expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, outputs: { outcome: 'timed-out' } });
    expect(errorOf(main)).toMatch(/no look at it succeeded/);
    expect(asked(sandbox)).toEqual(['retrainUpload', 'put', 'retrainStatus']);
  }),
);

test.concurrent(
  'data that may not have arrived are not sent again: the timeout says so',
  onStage({ faults: [{ kind: 'reset-after-body', operation: 'put' }] }, async ({ sandbox, run, file }) => {
    const { main } = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      ...short,
      'training-data': await file('cars.csv', cars()),
    });
    expect(main.outputs).toMatchObject({ outcome: 'timed-out', status: 'sandbox_waiting' });
    expect(main.annotations).toContainEqual(
      expect.objectContaining({
        kind: 'warning',
        message: expect.stringContaining('the file did not arrive'),
      }),
    );
    expect(countOf(sandbox, 'put')).toBe(1);
    expect(vendorState(sandbox).trainingsStarted).toBe(0);
  }),
);

test.concurrent(
  "the step's own timeout-minutes ends it like a cancel, and fails it",
  onStage({ variants: ['stuck-job'] }, async ({ sandbox, run, file }) => {
    const { main, post } = await run(
      'prediction-one/retrain',
      { ...retrainAccess(sandbox), 'training-data': await file('cars.csv', cars()) },
      { timeoutMinutes: 3 / 60 },
    );
    expect(main).toMatchObject({ outcome: 'failure', signals: [{ signal: 'SIGINT' }] });
    expect(main.outputs).toMatchObject({ 'job-id': expect.any(String), outcome: 'cancelled' });
    expect(logText(post)).toBe('');
  }),
);
