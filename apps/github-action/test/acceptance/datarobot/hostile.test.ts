import type { ActionResult } from '@modelferry/github-runner';
import type { FaultRequest } from '@modelferry/sandbox';
import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { evilText as text } from '../support/evil-text.ts';
import { inWait } from './support/moments.ts';
import { resultRows } from '../support/result-file.ts';
import { cars, scoreInputs, vendorState } from './support/scoring.ts';

/** Nothing of it was done: the outputs are ours, no mask is hiding words, and commands are still listened to. */
function expectUnharmed({ main, post }: ActionResult, jobId: string | undefined): void {
  expect(main.outputs).toMatchObject({
    'job-id': jobId,
    outcome: expect.stringMatching(/^(succ|fail|canc)/),
  });
  expect(main.annotations.filter(({ title }) => title === 'evil')).toEqual([]);
  expect(main.annotations.filter(({ message }) => message === 'evil error')).toEqual([]);
  expect(main.masks.some((mask) => mask === 'succeeded' || mask.startsWith('evil'))).toBe(false);
  expect(JSON.parse(main.state['job'] ?? '')).toMatchObject({ vendor: 'datarobot' });
  expect(logText(main)).not.toMatch(/##\[set-|Unable to process command/);
  for (const summary of [main.summary, post.summary]) expect(summary).not.toContain('<img');
}

const faults: Readonly<Record<string, FaultRequest>> = {
  'in the log of a job that failed': { kind: 'job-failed', message: text, skip: 1 },
  'in the log of a job that was aborted': { kind: 'job-aborted', message: text, skip: 1 },
  'in the log of a job whose data were refused': { kind: 'upload-aborts-job', message: text },
  'in an error': { kind: 'vendor-error', operation: 'batchDownload', message: text, status: 422 },
  'in the page of a gateway': {
    kind: 'html-error',
    operation: 'batchUpload',
    status: 422,
    body: `<html>${text}</html>`,
  },
  'in a status': { kind: 'job-status-unknown', value: text },
  'in a header': {
    kind: 'deprecation-header',
    operation: 'batchStatus',
    value: '::error title=evil::evil error ##[set-output name=outcome]evil',
  },
};

describe('commands that come from the vendor are text', () => {
  test.concurrent.each(Object.entries(faults))('%s', async (_, fault) => {
    await onStage({ faults: [fault], stepByStep: true }, async (stage) => {
      const { sandbox, run } = stage;
      const result = await run('datarobot/batch-predict', await scoreInputs(stage));
      expectUnharmed(result, vendorState(sandbox).batchJobs[0]?.id);
      expect(logText(result.main)).toContain('evil');
    })();
  });

  test(
    'in what post is told',
    onStage(
      {
        faults: [
          { kind: 'job-stuck' },
          { kind: 'vendor-error', operation: 'batchDelete', message: text, status: 422 },
        ],
      },
      async (stage) => {
        const { sandbox, run } = stage;
        const result = await run('datarobot/batch-predict', await scoreInputs(stage), {
          cancel: inWait(sandbox, 'kill'),
        });
        expect(result.post.annotations).toEqual([
          { kind: 'warning', message: expect.stringContaining('could not be ended') },
          ...result.post.annotations.slice(1),
        ]);
        expect(result.post.annotations.every(({ kind, title }) => kind === 'warning' && !title)).toBe(true);
        expect(result.post.masks.includes('succeeded')).toBe(false);
        expect(result.post.summary).not.toContain('<img');
        expect(JSON.parse(result.post.state['job'] ?? '')).toMatchObject({ vendor: 'datarobot' });
      },
    ),
  );

  test(
    'in the name of the file, in its columns and in its cells',
    onStage({}, async (stage) => {
      const { run, file, sandbox } = stage;
      const column = '::error title=evil::evil error';
      const cell = '##[set-output name=outcome]evil <img src=x> | ::add-mask::succeeded';
      const [header = '', ...lines] = cars().trimEnd().split('\r\n');
      const table = [`${header},${column}`, ...lines.slice(0, 9).map((line) => `${line},${cell}`)].join('\n');
      const name = await file('##[set-output name=job-id]evil ::error::.csv', table);
      const given = { ...(await scoreInputs(stage)), file: name, 'passthrough-columns': column };
      const result = await run('datarobot/batch-predict', given);
      expectUnharmed(result, vendorState(sandbox).batchJobs[0]?.id);
      expect(resultRows(result.main)[0]?.[column]).toBe(cell);
      expect(result.main.outputs['outcome']).toBe('succeeded');
      expect(result.main.summary).toContain('&#60;img src=x&#62; &#124;');
    }),
  );
});

describe('the token', () => {
  test(
    'goes to no other host, whatever links say',
    onStage({ variants: ['links-foreign-host', 'links-no-slash'] }, async (stage) => {
      const { main } = await stage.run('datarobot/batch-predict', await scoreInputs(stage));
      expect(main.outputs['outcome']).toBe('succeeded');
      expect(stage.sandbox.state().credentialLeaks).toBe(0);
      expect(new Set(stage.sandbox.requests().map(({ origin }) => origin))).toEqual(new Set(['dataRobot']));
    }),
  );

  test.concurrent.each([
    'batchCreate',
    'batchUpload',
    'batchStatus',
    'batchDownload',
    'batchDelete',
  ] as const)('goes to no other host when this is redirected: %s', async (operation) => {
    const redirect: FaultRequest = { kind: 'redirect-cross-origin', operation };
    const ends = operation === 'batchDelete';
    await onStage({ faults: ends ? [redirect, { kind: 'job-stuck' }] : [redirect] }, async (stage) => {
      const cancel = ends ? inWait(stage.sandbox, 'kill') : undefined;
      await stage.run('datarobot/batch-predict', await scoreInputs(stage), { cancel });
      expect(stage.sandbox.state().credentialLeaks).toBe(0);
      expect(new Set(stage.sandbox.requests().map(({ origin }) => origin))).toEqual(new Set(['dataRobot']));
    })();
  });

  test(
    'is hidden also where the vendor repeats it',
    onStage({}, async (stage) => {
      const { sandbox, run } = stage;
      const { apiToken } = sandbox.describe().dataRobot;
      const message = `Bearer ${apiToken} and ${encodeURIComponent(apiToken)} and ${Buffer.from(apiToken).toString('base64')}`;
      sandbox.faults.plan({ kind: 'vendor-error', operation: 'batchCreate', status: 403, message });
      const { main } = await run('datarobot/batch-predict', await scoreInputs(stage));
      expect(main.annotations[0]?.message).toMatch(/403, "Bearer \*\*\* and \*\*\*/);
    }),
  );
});
