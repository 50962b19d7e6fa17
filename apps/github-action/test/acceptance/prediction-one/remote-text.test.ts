import type { FaultRequest } from '@modelferry/sandbox';
import { errorOf } from '../support/error-of.ts';
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
import { startedJob } from '../support/started-job.ts';

/** Ends of lines, as the runner or a screen may know them. */
const lineEnds = [
  '\n',
  '\r',
  '\r\n',
  '\u0085',
  '\u2028',
  '\u2029',
  '\n \t',
  '\n\u3000',
  '\n\u200b',
  '\n\ufeff',
];

/** What the runner would obey, were it at the right place. */
const commands = [
  '::error title=Injected::injected',
  '::set-output name=job-id::injected',
  '::save-state name=job::injected',
  '::add-mask::the',
  '::stop-commands::0123456789abcdef',
  '##[set-output name=status;]injected',
  '##[set-env name=PATH;]injected',
  '##[error]injected',
  '##[group]injected',
];

const attack = [...lineEnds.flatMap((end) => commands.map((command) => `x${end}${command}`)), '\n'].join('');

const refusing = (operation: string, message: string): FaultRequest => ({
  kind: 'vendor-error',
  operation,
  code: 4001000204,
  error: 'PREDA_EXTERNAL_BAD_REQUEST',
  message,
});

test.concurrent.each([
  { title: 'the message of an error', fault: refusing('retrainStatus', attack) },
  { title: 'the message of a job that failed', fault: { kind: 'job-fails', message: attack } },
  {
    title: 'a page in place of an answer',
    fault: { kind: 'status', operation: 'retrainStatus', status: 418, body: attack },
  },
  { title: 'the status of a job', fault: { kind: 'unknown-status', value: `${attack} failed` } },
] as const)('$title never becomes a command', ({ fault }) =>
  onStage({ faults: [fault] }, async ({ sandbox, run, file }) => {
    const { main, post } = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      'training-data': await file('cars.csv', cars()),
    });
    const [job] = vendorState(sandbox).retrainJobs;
    expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, warnings: [] });
    expect(main.outputs).toMatchObject({ 'job-id': job?.id, outcome: 'failed' });
    expect(JSON.parse(main.state['job'] ?? '')).toMatchObject({ id: job?.id });
    expect(main.annotations).toMatchObject([{ kind: 'error', title: 'Retrain model failed' }]);
    // It is shown all the same, so that somebody can make sense of it
    expect(errorOf(main)).toContain('injected');
    expect(main.masks).not.toContain('the');
    expect(
      logText(main)
        .split('\n')
        .filter((line) => line.startsWith('##[group]')),
    ).toHaveLength(2);
    expect(post).toMatchObject({ outcome: 'success', annotations: [], warnings: [] });
  })(),
);

test.concurrent(
  'what comes from outside is text in the summary: no tag, no link, no image, no row of a table',
  onStage(
    {
      faults: [
        {
          kind: 'job-fails',
          message:
            'a | b\n# c <img src=x onerror=y> ![d](https://e.example/f) [g](javascript:h) <!-- `i` @team',
        },
      ],
    },
    async ({ sandbox, run, file }) => {
      const { main } = await run('prediction-one/retrain', {
        ...retrainAccess(sandbox),
        'training-data': await file('cars.csv', cars()),
      });
      const shown = main.summary.replace(/<\/?(?:code|pre|details|summary)[^>]*>/g, '');
      expect(shown).toContain('onerror');
      expect(shown).not.toMatch(/<|!\[|\]\(|https:\/\/e|^# c|@team/m);
      for (const line of main.summary.split('\n').filter((one) => one.startsWith('|')))
        expect(line.split('|')).toHaveLength(4);
    },
  ),
);

test.concurrent(
  'a vendor that repeats a key or an address with its signature is not quoted with them',
  onStage({}, async ({ sandbox, run }) => {
    const { retrainKey } = publishedModel(sandbox);
    const inBase64 = Buffer.from(`key:${retrainKey}`).toString('base64');
    const jobId = await startedJob(sandbox);
    sandbox.faults.plan(
      refusing(
        'retrainStatus',
        `bad ${retrainKey} ${encodeURIComponent(retrainKey)} ${inBase64} https://u:pw@s.example/a?X-Amz-Signature=abc#x`,
      ),
    );
    const { main } = await run('prediction-one/wait', { ...retrainAccess(sandbox), 'job-id': jobId });
    // That it stands nowhere, the harness sees; here, that this was the reason and not silence
    expect(errorOf(main)).toMatch(/bad \*\*\*/);
    expect(errorOf(main)).not.toMatch(/u:pw|abc/);
  }),
);

test.concurrent(
  'a key in a status does not get into an output, which the runner does not mask',
  onStage({}, async ({ sandbox, run }) => {
    const { retrainKey } = publishedModel(sandbox);
    const jobId = await startedJob(sandbox);
    sandbox.faults.plan({ kind: 'unknown-status', value: `failed for ${retrainKey}` });
    const { main } = await run('prediction-one/wait', { ...retrainAccess(sandbox), 'job-id': jobId });
    expect(main.outputs).toMatchObject({ status: 'failed for ***', outcome: 'failed' });
  }),
);

describe('limits of the runner', () => {
  test.concurrent(
    'a message of two megabytes is cut, everywhere',
    onStage(
      { faults: [{ kind: 'job-fails', message: `start ${'€'.repeat(700_000)} end` }] },
      async ({ sandbox, run, file }) => {
        const { main } = await run('prediction-one/retrain', {
          ...retrainAccess(sandbox),
          'training-data': await file('cars.csv', cars()),
        });
        expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, warnings: [] });
        // 4,096 characters are shown, and what to do next stands at the end
        expect(errorOf(main).length).toBeLessThan(4_096);
        expect(errorOf(main)).toMatch(/^Retraining .* start €/);
        expect(errorOf(main)).toContain('start a new retraining');
        expect(Buffer.byteLength(main.summary)).toBeLessThan(64 * 1024);
        for (const value of [...Object.values(main.outputs), ...Object.values(main.state)])
          expect(Buffer.byteLength(value)).toBeLessThan(32_000);
        expect(Buffer.byteLength(logText(main))).toBeLessThan(64 * 1024);
      },
    ),
  );

  test.concurrent(
    'a message that fills the output of a job that is well is cut, too',
    onStage(
      { variants: ['stuck-job'], faults: [{ kind: 'unknown-status', value: '長'.repeat(200_000) }] },
      async ({ sandbox, run }) => {
        const jobId = await startedJob(sandbox);
        const { main } = await run('prediction-one/wait', {
          ...retrainAccess(sandbox),
          ...{ 'job-id': jobId, timeout: '5s', 'poll-interval': '1h' },
        });
        expect(main.outputs['outcome']).toBe('timed-out');
        // One more variable of this size must start a later step, also on Windows
        for (const value of Object.values(main.outputs)) expect(value.length).toBeLessThan(32_000);
        expect(main.warnings).toEqual([]);
        expect(Buffer.byteLength(main.summary)).toBeLessThan(64 * 1024);
      },
    ),
  );

  test.concurrent(
    'more warnings than the runner shows are lines, and few of them stand in the summary',
    onStage(
      {
        faults: [
          {
            kind: 'vendor-error',
            operation: 'inference',
            code: 4001030104,
            error: 'BAD_REQUEST',
            message: 'y'.repeat(3_000),
            times: 80,
          },
        ],
      },
      async ({ sandbox, run, file }) => {
        const { main } = await run('prediction-one/predict', {
          ...scoringAccess(sandbox),
          file: await file('rows.csv', rowsToScore(sandbox, 80)),
        });
        for (const kind of ['error', 'warning', 'notice'])
          expect(main.annotations.filter((one) => one.kind === kind).length).toBeLessThanOrEqual(10);
        expect(errorOf(main).length).toBeLessThan(4_096);
        expect(errorOf(main)).toContain('80 of 80 rows got no result.');
        expect(Buffer.byteLength(main.summary)).toBeLessThan(256 * 1024);
        expect(main.outputs).toMatchObject({ rows: '80', 'failed-rows': '80', outcome: 'failed' });
      },
    ),
  );
});
