import { onStage, type OnStage } from '../support/on-stage.ts';
import { countOf } from '../support/requests.ts';
import { expectRefused } from './support/expect-refused.ts';
import { predictInputs, retrainInputs, uploadInputs } from './support/operations.ts';
import { access, cars, deployment } from './support/scoring.ts';

type Given = Readonly<Record<string, string>>;

/** What each step takes when all is well. */
const usual: Readonly<Record<string, (stage: OnStage) => Given | Promise<Given>>> = {
  predict: predictInputs,
  'upload-dataset': uploadInputs,
  'upload-dataset-version': async (stage) => ({ ...(await uploadInputs(stage)), 'dataset-id': '65a1' }),
  retrain: retrainInputs,
  'wait-for-retraining': ({ sandbox }) => ({ ...access(sandbox), 'run-id': 'd1/p1/r1' }),
  'replace-model': ({ sandbox }) => ({
    ...access(sandbox),
    ...{ 'deployment-id': deployment(sandbox).id, 'model-package-id': '64aa' },
  }),
};

const faults: readonly (readonly [step: string, given: Given, told: RegExp])[] = [
  ['predict', { 'api-token': '' }, /api-token: is required\. Pass it from secrets/],
  ['predict', { 'datarobot-key': 'abc' }, /datarobot-key: must have at least 4 characters/],
  ['predict', { 'deployment-id': '' }, /deployment-id: is required/],
  ['predict', { server: 'portable' }, /portable-url: is required/],
  ['predict', { server: 'mine' }, /server: must be one of/],
  ['predict', { 'output-format': 'xml' }, /output-format: must be one of/],
  ['predict', { file: '' }, /file: is required/],
  ['predict', { file: 'nothing.csv' }, /file: "nothing\.csv" matches no file/],
  ['predict', { file: 'data/*' }, /file: matches 2 files/],
  ['predict', { decimals: '21' }, /decimals: .*is "21"/],
  ['predict', { 'max-explanations': 'some' }, /max-explanations: must be a number or the word all/],
  ['predict', { 'forecast-point': 'tomorrow' }, /forecast-point: must be a date/],
  ['predict', { 'result-file-name': '../up.csv' }, /result-file-name: /],
  ['predict', { 'output-dir': '..' }, /output-dir: "\.\." leads outside/],
  ['predict', { concurrency: '9' }, /concurrency: /],
  ['upload-dataset', { file: '' }, /file: is required, or .*source.* must be url/i],
  ['upload-dataset', { file: '', source: 'url' }, /url: is required where .*source.* is url/i],
  ['upload-dataset', { source: 'url', url: 'ftp://example.com/x.csv' }, /url: /],
  ['upload-dataset', { categories: 'TRAINING\nWHIM' }, /categories: /],
  ['upload-dataset', { 'on-timeout': 'abort' }, /on-timeout: can only be detach/],
  ['upload-dataset', { 'on-cancel': 'abort' }, /on-cancel: can only be detach/],
  ['upload-dataset', { timeout: '2d' }, /timeout: .*is "2d"/],
  ['upload-dataset-version', { 'dataset-id': '' }, /dataset-id: is required/],
  ['retrain', { 'deployment-id': '', 'policy-id': '' }, /2 inputs are wrong.*deployment-id.*policy-id/s],
  ['retrain', { 'on-cancel': 'cry' }, /on-cancel: must be one of abort, detach/],
  ['retrain', { 'allow-parallel': 'perhaps' }, /allow-parallel: /],
  ['wait-for-retraining', { 'run-id': '' }, /run-id: is required/],
  ['wait-for-retraining', { 'run-id': 'not an ID' }, /run-id: must be an ID or a resume token/],
  ['wait-for-retraining', { 'run-id': 'r1' }, /deployment-id: is required with the bare ID of a run/],
  ['wait-for-retraining', { 'run-id': `eyJ2Ij${'A'.repeat(20)}` }, /run-id: /],
  ['replace-model', { 'model-package-id': '' }, /model-package-id: is required/],
  ['replace-model', { 'model-from': 'model' }, /model-id: is required/],
  ['replace-model', { reason: 'WHIM' }, /reason: must be one of/],
  ['replace-model', { 'sample-file': 'data/cars.csv', wait: 'false' }, /sample-file: needs `wait`/],
  ['replace-model', { 'sample-file': 'header.csv' }, /sample-file: .*has a header and no rows/],
];

describe('what cannot be is told before anything is sent', () => {
  test.concurrent.each(faults)('%s refuses %j', async (step, given, told) => {
    await onStage({}, async (stage) => {
      const { file, run, sandbox } = stage;
      await file('data/cars.csv', cars());
      await file('data/more.csv', cars());
      await file('empty.csv', '');
      await file('header.csv', 'Name,Year\r\n');
      const inputs = { ...(await usual[step]?.(stage)), ...given };
      expect(expectRefused(sandbox, await run(`datarobot/${step}`, inputs))).toMatch(told);
    })();
  });
});

test.concurrent.each<[Given, RegExp]>([
  [{ file: 'empty.csv' }, /file: .*is empty/],
  [{ file: 'header.csv' }, /file: .*has a header and no rows/],
  [{ 'passthrough-columns': 'Nome' }, /passthrough-columns: "Nome" is no column/],
])('predict tells what is wrong with the file itself before a row is sent: %j', async (given, told) => {
  await onStage({}, async (stage) => {
    const { file, run, sandbox } = stage;
    await file('empty.csv', '');
    await file('header.csv', 'Name,Year\r\n');
    const { main } = await run('datarobot/predict', { ...(await predictInputs(stage)), ...given });
    expect(main).toMatchObject({ outcome: 'failure', outputs: { outcome: 'failed' } });
    expect(main.annotations[0]?.message).toMatch(told);
    expect(countOf(sandbox, 'predict')).toBe(0);
  })();
});

test.each([
  ['predict', 'file'],
  ['upload-dataset', 'file'],
  ['replace-model', 'sample-file'],
])('%s does nothing where %s matches nothing and that is no error', async (step, input) => {
  await onStage({}, async (stage) => {
    const inputs = { ...(await usual[step]?.(stage)), [input]: 'none/*.csv', 'if-no-files-found': 'warn' };
    const { main } = await stage.run(`datarobot/${step}`, inputs);
    expect(main).toMatchObject({ outcome: 'success', outputs: { outcome: 'skipped' } });
    expect(main.annotations).toEqual([
      { kind: 'warning', message: expect.stringContaining('matches no file') },
    ]);
    expect(stage.sandbox.requests()).toEqual([]);
  })();
});
