import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openScene, type Scene } from './stages.ts';

let scene: Scene;
beforeAll(async () => (scene = await openScene()));
afterEach(() => scene.sandbox.reset());
afterAll(() => scene.close());

test('a retraining: groups, outputs, state, summary, and nothing left for post', async () => {
  const end = await scene.main('prediction-one/retrain', scene.retrain);
  expect(end).toMatchObject({ code: 0, outputs: { status: 'job_finished', outcome: 'succeeded' } });
  expect(end.text).toMatch(
    /::group::Upload the data\n[\s\S]*::endgroup::\n::group::Wait for the retraining\n/,
  );
  expect(end.text).toContain('Retrain model succeeded (');
  expect(JSON.parse(end.state['job'] ?? '')).toMatchObject({ id: end.outputs['job-id'], done: true });
  expect(end.summary).toMatch(/^### ✅ Retrain model succeeded\n/);
  const result = end.outputs['result-path'] ?? '';
  expect(result.startsWith(scene.temp)).toBe(true);
  expect(existsSync(result)).toBe(true);
  const post = await scene.post(scene.retrain, end.state);
  expect(post).toMatchObject({ code: 0, summary: '' });
  expect(post.text.replaceAll(/::add-mask::.*\n/g, '')).toBe('');
});

test('no secret is shown anywhere but in masks', async () => {
  const end = await scene.main('prediction-one/retrain', scene.retrain, { env: { RUNNER_DEBUG: '1' } });
  const shown = [end.text.replaceAll(/::add-mask::.*\n/g, ''), JSON.stringify(end.outputs), end.summary];
  const signatures = [...end.text.matchAll(/::add-mask::(.*Signature=.*)\n/g)].map(([, query = '']) => query);
  expect(signatures.length).toBeGreaterThan(0);
  for (const secret of [scene.retrain['retrain-key'] ?? '', ...signatures]) {
    expect([...shown, JSON.stringify(end.state)].join('\n')).not.toContain(secret);
    expect(end.text.indexOf(`::add-mask::${secret}\n`)).toBeGreaterThanOrEqual(0);
  }
});

test('predictions: a file in the named folder, and its beginning in the summary', async () => {
  const end = await scene.main('prediction-one/predict', { ...scene.predict, 'output-dir': 'out/today' });
  expect(end).toMatchObject({ code: 0, outputs: { rows: '3', 'failed-rows': '0', outcome: 'succeeded' } });
  const path = end.outputs['result-path'] ?? '';
  expect(dirname(path)).toBe(join(scene.workspace, 'out/today'));
  expect(readdirSync(dirname(path))).toEqual(['predictions.csv']);
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(5);
  expect(end.summary).toContain('The beginning of `predictions.csv`');
  expect(end.state).toEqual({});
});

test('rows that fail fail the step, and the file is there', async () => {
  scene.sandbox.faults.plan({ kind: 'status', status: 400, operation: 'inference', times: 1 });
  const end = await scene.main('prediction-one/predict', scene.predict);
  expect(end).toMatchObject({ code: 1, outputs: { rows: '3', 'failed-rows': '1', outcome: 'failed' } });
  expect(existsSync(end.outputs['result-path'] ?? '')).toBe(true);
  expect(end.text).toMatch(/::error title=Predict rows failed::1 of 3 rows got no result\./);
});

test('tells every wrong input at once, and sends nothing', async () => {
  const end = await scene.main('prediction-one/retrain', {
    'retrain-key': 'abc',
    'training-data': 'missing.csv',
    timeout: 'soon',
    region: 'mars',
    'on-cancel': 'abort',
    'output-dir': '../..',
  });
  expect(end).toMatchObject({ code: 1, outputs: { outcome: 'failed' }, state: {} });
  const names = ['retrain-key', 'training-data', 'timeout', 'region', 'on-cancel', 'output-dir'];
  for (const name of names) expect(end.text).toMatch(new RegExp(`%0A- ${name}: `));
  expect(end.text.match(/^::error /gm)).toHaveLength(1);
  expect(end.text).toContain('::error title=Retrain model failed::6 inputs are wrong.');
  expect(scene.sandbox.requests()).toEqual([]);
});

test.each([
  ['warn', /^::warning::training-data: "none\*\.csv" matches no file/m],
  ['ignore', /^training-data: "none\*\.csv" matches no file/m],
])('no file is no failure where the user says %s', async (word, told) => {
  const inputs = { ...scene.retrain, 'training-data': 'none*.csv', 'if-no-files-found': word };
  const end = await scene.main('prediction-one/retrain', inputs);
  expect(end).toMatchObject({ code: 0, outputs: { outcome: 'skipped' } });
  expect(end.text).toMatch(told);
  expect(scene.sandbox.requests()).toEqual([]);
});

test('a job that failed fails the step, with its status and what to do', async () => {
  scene.sandbox.faults.plan({
    kind: 'job-fails',
    message: '::error::##[add-mask]no target',
    operation: 'retrainStatus',
  });
  const end = await scene.main('prediction-one/retrain', scene.retrain);
  expect(end).toMatchObject({
    code: 1,
    outputs: { outcome: 'failed', status: expect.stringContaining('fail') },
  });
  expect(end.text.match(/^::error /gm)).toHaveLength(1);
  expect(end.text).not.toContain('##[');
  expect(end.text).toContain('start a new retraining');
  expect(end.text).not.toContain('/wait@');
});

test('a refused key is one failure, in the words of the vendor and ours', async () => {
  const end = await scene.main('prediction-one/retrain', {
    ...scene.retrain,
    'retrain-key': 'sandbox-wrong-key',
  });
  expect(end).toMatchObject({ code: 1, outputs: { outcome: 'failed' } });
  expect(end.text.match(/^::error /gm)).toHaveLength(1);
  expect(end.text).not.toMatch(/^ +at /m);
});

test('the stack is for those who have asked for debug lines', async () => {
  const inputs = { ...scene.retrain, 'retrain-key': 'sandbox-wrong-key' };
  const end = await scene.main('prediction-one/retrain', inputs, { env: { RUNNER_DEBUG: '1' } });
  expect(end.text).toMatch(/^::debug::.*Error: .*%0A +at /m);
});

test('runs without the files of the runner', async () => {
  const env = { GITHUB_STEP_SUMMARY: '', GITHUB_OUTPUT: '', GITHUB_STATE: '' };
  const end = await scene.main('prediction-one/predict', scene.predict, { env });
  expect(end).toMatchObject({ code: 0, outputs: {}, summary: '' });
});

test('the root action runs the step that is chosen', async () => {
  const end = await scene.main('chosen', { ...scene.predict, operation: 'prediction-one/predict' });
  expect(end).toMatchObject({ code: 0, outputs: { outcome: 'succeeded' } });
});

test.each([
  undefined,
  'prediction-one',
  'prediction-one/explode',
  'nobody/retrain',
  'prediction-one/predict/x',
])('the root action knows no step %s, and names those there are', async (operation) => {
  const end = await scene.main('chosen', { ...scene.predict, ...(operation && { operation }) });
  expect(end).toMatchObject({ code: 1, outputs: { outcome: 'failed' } });
  expect(end.text).toContain('Give one of: prediction-one/predict, datarobot/wait.');
});

test('names that the vendor makes up stay in the folder', async () => {
  writeFileSync(join(scene.workspace, 'keep.txt'), 'mine');
  const end = await scene.main('datarobot/batch-predict', { ...scene.batch, 'output-dir': 'scored' });
  expect(end.code).toBe(0);
  expect(dirname(end.outputs['result-path'] ?? '')).toBe(join(scene.workspace, 'scored'));
});
