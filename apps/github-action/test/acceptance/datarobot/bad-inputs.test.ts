import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { onStage } from '../support/on-stage.ts';
import { expectRefused } from '../support/expect-refused.ts';
import { access, cars, deployment, scoreInputs } from './support/scoring.ts';

type Given = Readonly<Record<string, string>>;

describe('inputs that are wrong', () => {
  test(
    'are all told at once, and nothing is sent',
    onStage({}, async (stage) => {
      const told = expectRefused(
        stage.sandbox,
        await stage.run('datarobot/batch-predict', {
          'api-token': 'abc',
          file: 'data/*.csv',
          wait: 'maybe',
          ...{ 'on-timeout': 'shrug', 'on-cancel': 'cry', 'output-dir': '../elsewhere' },
          ...{ timeout: '8 parsecs', 'poll-interval': '0s', 'max-explanations': '101' },
          ...{ delimiter: ';;', 'quote-character': 'qq', encoding: '???', 'chunk-size': 'big' },
          ...{ 'num-concurrent': '0', 'abort-on-error': '?', 'if-no-files-found': 'panic' },
        }),
      );
      expect(told).toMatch(/^17 inputs are wrong\./);
      for (const name of [
        ...['api-token', 'deployment-id', 'file', 'wait', 'on-timeout', 'on-cancel', 'output-dir'],
        ...['timeout', 'poll-interval', 'max-explanations', 'delimiter', 'quote-character', 'encoding'],
        ...['chunk-size', 'num-concurrent', 'abort-on-error', 'if-no-files-found'],
      ]) {
        expect(told).toContain(`- ${name}: `);
      }
    }),
  );

  const wait: Given = { 'job-id': '6650' };
  const faults: readonly (readonly [step: string, given: Given, told: RegExp])[] = [
    ['wait', { 'job-id': '' }, /job-id: is required/],
    ['wait', { 'job-id': 'https://app.datarobot.com/jobs/1' }, /job-id: .* is no ID/],
    ['wait', { 'job-id': `eyJ2Ij${'A'.repeat(20)}` }, /job-id: /],
    ['wait', { ...wait, timeout: '8d' }, /timeout: /],
    ['wait', { ...wait, 'result-file-name': '../up.csv' }, /result-file-name: /],
    ['wait', { ...wait, 'api-token': '' }, /api-token: is required\. Pass it from secrets/],
    ['wait', { ...wait, endpoint: 'ftp://example.com' }, /endpoint: /],
    ['batch-predict', { 'deployment-id': '' }, /deployment-id: is required/],
    ['batch-predict', { file: 'data' }, /file: "data" is a folder/],
    ['batch-predict', { file: 'nothing.csv' }, /file: "nothing\.csv" matches no file/],
    ['batch-predict', { file: 'data/*.csv' }, /file: matches 2 files \(data\/cars\.csv, data\/more\.csv\)/],
    ['batch-predict', { file: 'empty.csv' }, /file: .*is empty/],
    ['batch-predict', { file: 'header.csv' }, /file: .*has a header and no rows/],
    ['batch-predict', { file: 'latin1.csv' }, /file: .*is not UTF-8.*encoding/is],
    ['batch-predict', { 'passthrough-columns': 'Nome' }, /passthrough-columns: "Nome" is no column/],
    ['batch-predict', { 'output-dir': 'linked' }, /output-dir: "linked" leads outside/],
  ];
  test.each(faults)('%s refuses %j', async (step, given, told) => {
    await onStage({}, async (stage) => {
      const { file, workspace, run, sandbox } = stage;
      const usual = step === 'wait' ? access(sandbox) : await scoreInputs(stage);
      await file('data/more.csv', cars());
      await file('empty.csv', '');
      await file('header.csv', 'Name,Year\r\n');
      await file('latin1.csv', Buffer.from('Name,Year\r\nCitroën,1970\r\n', 'latin1'));
      await symlink('/', join(workspace, 'linked'));
      expect(expectRefused(stage.sandbox, await run(`datarobot/${step}`, { ...usual, ...given }))).toMatch(
        told,
      );
    })();
  });

  test(
    'a file that turns out broken further down ends the job that was to score it',
    onStage({}, async (stage) => {
      const table = `${cars()}${'x'.repeat(10)}\r\n"never closed`;
      const { main } = await stage.run('datarobot/batch-predict', await scoreInputs(stage, table));
      expect(main.outputs).toMatchObject({ outcome: 'failed' });
      expect(main.annotations.at(-1)?.message).toMatch(/quote/);
      expect(stage.sandbox.state().dataRobot).toMatchObject({ jobsCreated: 1, jobsQueued: 0, jobsOpen: 0 });
    }),
  );

  test.each([
    ['warn', 1],
    ['ignore', 0],
  ])('no file is no fault with if-no-files-found: %s', async (word, warnings) => {
    await onStage({}, async ({ sandbox, run, workspace }) => {
      await mkdir(join(workspace, 'data'));
      const { main } = await run('datarobot/batch-predict', {
        ...access(sandbox),
        ...{ 'deployment-id': deployment(sandbox).id, file: 'data/*.csv', 'if-no-files-found': word },
      });
      expect(main).toMatchObject({ outcome: 'success', exitCode: 0, outputs: { outcome: 'skipped' } });
      expect(main.annotations).toHaveLength(warnings);
      expect(main.summary).toMatch(/was skipped\n[^]*there was nothing to do/);
      expect(sandbox.requests()).toEqual([]);
    })();
  });
});
