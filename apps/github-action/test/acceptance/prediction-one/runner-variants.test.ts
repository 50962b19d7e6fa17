import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { cars, publishedModel, retrainAccess, vendorState } from '../support/prediction-one.ts';
import { asked, whenAsked } from '../support/requests.ts';

test.concurrent(
  'two copies at once in one workspace do not get in the way of each other',
  onStage({}, async ({ sandbox, together, file, files }) => {
    await file('cars.csv', cars());
    const given = { ...retrainAccess(sandbox), 'training-data': 'cars.csv' };
    const results = await together(
      ['prediction-one/retrain', given, { stepId: 'one' }],
      ['prediction-one/retrain', given, { stepId: 'two' }],
      ['prediction-one/retrain', { ...given, 'training-data': '' }, { stepId: 'three' }],
    );
    const [one, two, three] = results.map(({ main }) => main);
    expect([one?.outcome, two?.outcome, three?.outcome]).toEqual(['success', 'success', 'failure']);
    const ids = vendorState(sandbox).retrainJobs.map(({ id }) => id);
    expect(new Set([one?.outputs['job-id'], two?.outputs['job-id']])).toEqual(new Set(ids));
    expect(ids).toHaveLength(2);
    for (const main of [one, two]) {
      const path = main?.outputs['result-path'] ?? '';
      expect(basename(path)).toBe(`sandbox-result-${main?.outputs['job-id']}.zip`);
      expect((await readFile(path)).length).toBeGreaterThan(0);
    }
    expect(await files()).toHaveLength(3);
    for (const { post } of results) expect(logText(post)).toBe('');
  }),
);

test.concurrent(
  'two copies at once may even name the same folder',
  onStage({}, async ({ sandbox, together, file, files }) => {
    await file('cars.csv', cars());
    const given = { ...retrainAccess(sandbox), 'training-data': 'cars.csv', 'output-dir': 'out' };
    const results = await together(['prediction-one/retrain', given], ['prediction-one/retrain', given]);
    expect(results.map(({ main }) => main.outcome)).toEqual(['success', 'success']);
    expect(await files()).toHaveLength(3);
  }),
);

test.concurrent(
  'of two copies at once one can be cancelled, and the other goes on',
  onStage({ stepByStep: true, variants: ['stuck-job'] }, async ({ sandbox, together, file }) => {
    const given = { ...retrainAccess(sandbox), 'training-data': await file('cars.csv', cars()) };
    const cancel = { when: whenAsked(sandbox, 'retrainStatus') };
    const [one, two] = await together(
      ['prediction-one/retrain', given, { stepId: 'one', cancel }],
      ['prediction-one/retrain', { ...given, wait: 'false' }, { stepId: 'two' }],
    );
    expect([one?.main.outcome, two?.main.outcome]).toEqual(['cancelled', 'success']);
    expect(two?.main.outputs).toMatchObject({ outcome: 'succeeded', pending: 'true' });
    expect(vendorState(sandbox).trainingsStarted).toBe(2);
  }),
);

test.concurrent(
  'an old server without a summary file changes nothing else',
  onStage({}, async ({ sandbox, run, file }) => {
    const { main, post } = await run(
      'prediction-one/retrain',
      { ...retrainAccess(sandbox), 'training-data': await file('cars.csv', cars()) },
      { variant: 'no-summary-file' },
    );
    expect(main).toMatchObject({ outcome: 'success', exitCode: 0, annotations: [], summary: '' });
    expect(main.outputs).toMatchObject({ outcome: 'succeeded', 'result-path': expect.any(String) });
    expect(post.outcome).toBe('success');
  }),
);

test.concurrent(
  'a step without an id keeps no outputs, and its state all the same',
  onStage({}, async ({ sandbox, run, file }) => {
    const { main, post } = await run(
      'prediction-one/retrain',
      { ...retrainAccess(sandbox), 'training-data': await file('cars.csv', cars()) },
      { variant: 'no-step-id' },
    );
    expect(main).toMatchObject({ outcome: 'success', outputs: {} });
    expect(JSON.parse(main.state['job'] ?? '')).toMatchObject({ done: true });
    expect(post.outcome).toBe('success');
  }),
);

test.concurrent(
  'an older Node 24 does all that the newest does',
  onStage({}, async ({ sandbox, run, file }) => {
    const { main } = await run(
      'prediction-one/retrain',
      { ...retrainAccess(sandbox), 'training-data': await file('cars.csv', cars()) },
      { variant: 'old-node' },
    );
    expect(main).toMatchObject({ outcome: 'success', exitCode: 0, annotations: [], warnings: [] });
  }),
);

test.concurrent(
  'a debug run does not show its inputs, and says where an error came from',
  onStage({ faults: [{ kind: 'model-deleted' }] }, async ({ sandbox, run, file }) => {
    const failed = await run(
      'prediction-one/retrain',
      {
        ...retrainAccess(sandbox),
        'training-data': await file('cars.csv', cars()),
        'file-name': 'unseen.csv',
      },
      { variant: 'debug' },
    );
    expect(failed.main).toMatchObject({ outcome: 'failure', exitCode: 1 });
    expect(failed.main.lines).toContainEqual(
      expect.objectContaining({ text: expect.stringMatching(/^##\[debug\]ApiError: [^]*\n\s+at /) }),
    );
    expect(logText(failed.main)).not.toMatch(/INPUT_|training-data|file-name/);
    // Without the wish for them there are none
    const { main } = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      'training-data': 'cars.csv',
    });
    expect(logText(main)).not.toMatch(/##\[debug\]|\s+at \w+.*\(/);
  }),
);

test.concurrent(
  'secrets that come from where they should are hidden in the heading, too',
  onStage({}, async ({ sandbox, run, file }) => {
    const { retrainKey } = publishedModel(sandbox);
    const { main } = await run(
      'prediction-one/retrain',
      { ...retrainAccess(sandbox), 'training-data': await file('cars.csv', cars()) },
      { secrets: { PREDICTION_ONE_RETRAIN_KEY: retrainKey } },
    );
    expect(main.outcome).toBe('success');
    const all = main.lines.map(({ text }) => text).join('\n');
    expect(all).toContain('retrain-key: ***');
    expect(all).not.toContain(retrainKey);
    // The action hides it by itself as well, before it writes a line
    expect(main.masks).toContain(retrainKey);
  }),
);

test.concurrent(
  'inputs that an action does not have are the runner’s to mention, and do no harm',
  onStage({}, async ({ sandbox, run, file }) => {
    const { main } = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      'training-data': await file('cars.csv', cars()),
      'scoring-url': 'https://example.org',
      wait: 'FALSE',
    });
    expect(main.outcome).toBe('success');
    expect(main.warnings).toEqual([expect.stringMatching(/^Unexpected input\(s\) 'scoring-url'/)]);
    expect(asked(sandbox)).toEqual(['retrainUpload', 'put']);
  }),
);
