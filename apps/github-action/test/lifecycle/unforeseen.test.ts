import { openScene, type Scene } from './stages.ts';

let scene: Scene;
beforeAll(async () => (scene = await openScene()));
afterEach(() => scene.sandbox.reset());
afterAll(() => scene.close());

/** Has a process do something by itself, so many milliseconds after its start. */
const planted = (code: string, afterMs: number) => ({
  env: {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`setTimeout(() => { ${code} }, ${afterMs}).unref();`)}`,
  },
});

const stuck = () => scene.sandbox.faults.plan({ kind: 'job-stuck' });

test.each(["throw new Error('planted')", "Promise.reject(new Error('planted'))"])(
  'an error from nowhere ends the step, and tells of the job: %s',
  async (code) => {
    stuck();
    const end = await scene.main('datarobot/batch-predict', scene.batch, planted(code, 3_000));
    expect(end).toMatchObject({ code: 1, signal: null, outputs: { outcome: 'failed' } });
    expect(end.text.match(/^::error /gm)).toHaveLength(1);
    expect(end.text).toMatch(
      /^::error title=[\w ]+ failed::Could not score file as batch prediction: planted/m,
    );
    expect(end.text).toContain(`job-id: "${end.outputs['job-id']}"`);
    expect(end.text).not.toMatch(/^ +at /m);
    expect(end.summary).toContain('planted');
    expect(scene.requests('batchDelete')).toBe(0);
  },
);

test('an error from nowhere in the post step is a warning', async () => {
  stuck();
  const end = await scene.main('datarobot/batch-predict', scene.batch, {
    onText: (text, child) => text.includes('is INITIALIZING') && child.kill('SIGKILL'),
  });
  scene.sandbox.faults.plan({ kind: 'slow-response', operation: 'batchDelete', delayMs: 20_000 });
  const post = await scene.post(scene.batch, end.state, planted("throw new Error('planted')", 2_000));
  expect(post).toMatchObject({ code: 0, signal: null });
  expect(post.text).toMatch(/^::warning::What main had left could not be finished: planted$/m);
});

test('Ctrl+Break, which Windows sends, is a cancel like any other', async () => {
  stuck();
  const end = await scene.main(
    'datarobot/batch-predict',
    scene.batch,
    planted("process.emit('SIGBREAK')", 3_000),
  );
  expect(end).toMatchObject({ code: 1, signal: null, outputs: { outcome: 'cancelled' } });
  expect(scene.requests('batchDelete')).toBe(1);
});
