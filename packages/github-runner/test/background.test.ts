import { removeActions, testAction } from './test-action.ts';
import { runSteps } from './test-workflow.ts';

afterEach(removeActions);

const patience = { interruptMs: 300, terminateMs: 200, pipesMs: 500 };
/** A script that waits for a file of the workspace. */
const until = (file: string) => `while [ ! -e ${file} ]; do sleep 0.02; done`;

test('A background step runs beside the others; its outputs and environment come with the wait', async () => {
  const { said, outcomes } = await runSteps(`
- { id: bg, background: true, run: '${until('go')}; echo "id=7" >> $GITHUB_OUTPUT; echo "FROM=bg" >> $GITHUB_ENV; touch done' }
- run: 'touch go; ${until('done')}; echo "<\${{ steps.bg.outputs.id }}\${{ steps.bg.outcome }}$FROM>"'
- wait: bg
- run: echo "<\${{ steps.bg.outputs.id }} \${{ steps.bg.outcome }} $FROM>"`);
  expect(said).toEqual(['<>', '<7 success bg>']);
  expect(outcomes).toEqual(['success', 'success', 'success', 'success']);
});

test('A failure in the background counts from the wait on', async () => {
  const { said, outcomes, result } = await runSteps(`
- { id: bg, background: true, run: exit 1 }
- run: sleep 0.2; echo still well
- wait-all:
- run: echo never
- { if: failure(), run: 'echo "\${{ steps.bg.outcome }}"' }`);
  expect(said).toEqual(['still well', 'failure']);
  expect(outcomes).toEqual(['failure', 'success', 'failure', 'skipped', 'success']);
  expect(result.outcome).toBe('failure');
});

test('What nobody waits for is waited for in the end, before the posts, and counts', async () => {
  const folder = await testAction({ main: '', post: "console.log('post');" });
  const { said, result } = await runSteps(
    "- uses: us/a@v1\n- { background: true, run: 'sleep 0.2; echo late; exit 1' }",
    { resolveAction: () => folder },
  );
  expect(said).toEqual(['late', 'post']);
  expect(result.outcome).toBe('failure');
});

test('cancel sends the signals, and the job goes on as if nothing was', async () => {
  const folder = await testAction({
    main: "import { writeFileSync } from 'node:fs'; process.on('SIGINT', () => { console.log('stopping'); say('OUTPUT', 'id=7\\n'); process.exit(1); }); writeFileSync('up', ''); setInterval(() => {}, 1000);",
    post: "console.log('post');",
  });
  const { said, outcomes, result } = await runSteps(
    `
- { id: server, background: true, uses: us/server@v1 }
- run: ${until('up')}
- cancel: server
- run: echo "\${{ steps.server.outcome }} \${{ steps.server.outputs.id }}"`,
    { resolveAction: () => folder, patience },
  );
  expect(said).toEqual(['stopping', 'cancelled 7', 'post']);
  expect(outcomes).toEqual(['cancelled', 'success', 'success', 'success']);
  expect(result.outcome).toBe('success');
});

test('Parallel steps run at once and are waited for', async () => {
  const { said, outcomes } = await runSteps(`
- parallel:
    - { id: a, run: 'touch a; ${until('b')}; echo "x=1" >> $GITHUB_OUTPUT' }
    - { id: b, run: 'touch b; ${until('a')}; echo "x=2" >> $GITHUB_OUTPUT' }
    - { if: false, run: echo never }
- run: echo "\${{ steps.a.outputs.x }}\${{ steps.b.outputs.x }}"`);
  expect(said).toEqual(['12']);
  expect(outcomes).toEqual(['success', 'success', 'skipped', 'success']);
});

test('Ten background steps run at once, an eleventh waits for its turn', async () => {
  const steps = Array.from(
    { length: 11 },
    (_, index) => `- { id: s${index}, background: true, run: 'touch s${index}; ${until('go')}' }`,
  );
  const { said, outcomes } = await runSteps(`
${steps.join('\n')}
- run: '${until('s9')}; sleep 0.2; ls s* | wc -l; touch go'
- wait: [s0, s10]
- run: ls s10`);
  expect(said).toEqual(['10', 's10']);
  expect(new Set(outcomes)).toEqual(new Set(['success']));
});

test('A cancelled run ends its background steps, whatever their condition', async () => {
  const { outcomes, result } = await runSteps(
    `
- { id: bg, background: true, if: always(), run: 'touch up; exec sleep 60' }
- run: '${until('up')}; echo ready'
- wait: bg`,
    { cancel: { atLine: /ready/ }, patience },
  );
  expect(outcomes[0]).toBe('cancelled');
  expect(result.outcome).toBe('cancelled');
});

test('A background step whose condition does not hold is skipped', async () => {
  const { outcomes } = await runSteps('- { id: bg, background: true, if: false, run: x }\n- wait: bg');
  expect(outcomes).toEqual(['skipped', 'success']);
});
