import { removeActions, testAction } from './test-action.ts';
import { run, runSteps } from './test-workflow.ts';

afterEach(removeActions);

const patience = { interruptMs: 300, terminateMs: 200, pipesMs: 500 };

test('A cancel ends the step under way, and those run that ask for it', async () => {
  const folder = await testAction({
    main: "process.on('SIGINT', () => { console.log('stopping'); process.exit(0); }); console.log('ready'); setInterval(() => {}, 1000);",
    post: "console.log('post');",
  });
  const { result, said, outcomes } = await runSteps(
    `
- { id: a, uses: us/a@v1 }
- run: echo never
- { if: cancelled(), run: 'echo "\${{ steps.a.outcome }} \${{ job.status }}"' }
- { if: failure(), run: echo never }
- { if: always(), run: echo always; exit 1 }`,
    { resolveAction: () => folder, cancel: { atLine: /^ready$/ } },
  );
  expect(outcomes).toEqual(['cancelled', 'skipped', 'success', 'skipped', 'failure']);
  expect(said).toEqual(['ready', 'stopping', 'cancelled cancelled', 'always', 'post']);
  expect(result.outcome).toBe('cancelled');
});

test('A step whose condition still holds is left to its end', async () => {
  const { outcomes, said, result } = await runSteps(
    `
- { if: always(), run: 'echo ready; sleep 0.3; echo whole' }
- run: echo never`,
    { cancel: { atLine: /ready/ } },
  );
  expect(outcomes).toEqual(['success', 'skipped']);
  expect(said).toEqual(['ready', 'whole']);
  expect(result.outcome).toBe('cancelled');
});

test('Jobs that have not begun are cancelled, but for those that always run', async () => {
  const { result } = await run(
    `
jobs:
  a: { steps: [{ run: 'echo ready; exec sleep 60' }] }
  b: { needs: a, steps: [{ run: echo never }] }
  c: { needs: a, if: always(), steps: [{ if: always(), run: echo report }] }
`,
    { cancel: { atLine: /ready/ }, patience },
  );
  expect(result.jobs.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['a', 'cancelled'],
    ['b', 'cancelled'],
    ['c', 'cancelled'],
  ]);
  expect(result.jobs[2]?.steps[0]?.outcome).toBe('success');
});

test('A job over its time is cancelled', async () => {
  const { result, outcomes } = await run(
    'jobs: { a: { timeout-minutes: 0.005, steps: [{ run: exec sleep 60 }, { if: always(), run: "true" }] } }',
    { patience },
  );
  expect(outcomes).toEqual(['cancelled', 'success']);
  expect(result.jobs[0]?.outcome).toBe('cancelled');
  expect(result.jobs[0]?.lines[0]?.text).toContain('maximum execution time of 0.005 minutes');
});

test('A promise of the caller that rejects ends the run with its reason', async () => {
  const cancel = { when: () => Promise.reject(new Error('the sandbox is gone')) };
  await expect(runSteps('- run: exec sleep 60', { cancel })).rejects.toThrow('the sandbox is gone');
});

test('No signal reaches a job in a container', async () => {
  const { result } = await run(
    `jobs: { a: { container: node, steps: [{ run: "trap 'exit 0' INT TERM; echo ready; while true; do sleep 0.05; done" }] } }`,
    { cancel: { atLine: /ready/ }, patience },
  );
  expect(result.jobs[0]?.steps[0]?.main).toMatchObject({ outcome: 'cancelled', signal: 'SIGKILL' });
});
