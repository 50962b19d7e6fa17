import { run } from './test-workflow.ts';

const outcomesOf = async (...given: Parameters<typeof run>) => {
  const { result } = await run(...given);
  return Object.fromEntries(result.jobs.map(({ name, outcome }) => [name, outcome]));
};

test('Outputs go from job to job; what holds a secret is dropped, and the log says so', async () => {
  const { said, result } = await run(
    `
jobs:
  second:
    needs: first
    steps: [{ run: 'echo "<\${{ needs.first.outputs.id }}> <\${{ needs.first.outputs.url }}> \${{ needs.first.result }}"' }]
  first:
    outputs: { id: "\${{ steps.a.outputs.id }}", url: "https://x/\${{ secrets.KEY }}", none: "\${{ vars.none }}" }
    steps: [{ id: a, run: echo "id=7" >> $GITHUB_OUTPUT }]
`,
    { secrets: { KEY: 'k-e-y' } },
  );
  expect(said).toEqual(['<7> <> success']);
  expect(result.jobs.map(({ id, outputs }) => [id, outputs])).toEqual([
    ['first', { id: '7' }],
    ['second', {}],
  ]);
  expect(result.jobs[0]?.lines.map(({ text }) => text)).toEqual([
    "##[warning]Skip output 'url' since it may contain secret.",
  ]);
});

test('Job outputs over 1 MiB of UTF-16 fail the job', async () => {
  const text = `jobs: { a: { outputs: { x: "\${{ steps.a.outputs.x }}" }, steps: [{ id: a, run: 'echo "x=$(head -c 524289 /dev/zero | tr "\\0" x)" >> $GITHUB_OUTPUT' }] } }`;
  const { result } = await run(text);
  expect([result.jobs[0]?.outcome, result.jobs[0]?.outputs]).toEqual(['failure', {}]);
});

test('A job runs only if those it needs went well, unless it says otherwise', async () => {
  const job = (condition: string, needs: string) =>
    `{ needs: ${needs}, if: "${condition}", steps: [{ run: "true" }] }`;
  const outcomes = await outcomesOf(`
jobs:
  bad: { steps: [{ run: exit 1 }] }
  plain: { needs: bad, steps: [{ run: "true" }] }
  after: ${job('', 'plain')}
  always: ${job('always()', 'plain')}
  failure: ${job('failure()', 'bad')}
  ancestor: ${job('failure()', 'plain')}
  result: ${job("always() && needs.bad.result == 'failure'", 'bad')}
  unrelated: { if: "\${{ vars.none == 'x' }}", steps: [] }
`);
  expect(outcomes).toEqual({
    bad: 'failure',
    plain: 'skipped',
    after: 'skipped',
    always: 'success',
    failure: 'success',
    ancestor: 'success',
    result: 'success',
    unrelated: 'skipped',
  });
});

test('A matrix runs a job once for each combination, and stops at a failure unless told not to', async () => {
  const text = (failFast: boolean) => `
jobs:
  a:
    strategy: { fail-fast: ${failFast}, matrix: { n: "\${{ fromJSON('[1, 2, 3]') }}" } }
    steps: [{ run: '[ \${{ matrix.n }} != 2 ]' }]
`;
  expect(await outcomesOf(text(true))).toEqual({ 'a (1)': 'success', 'a (2)': 'failure' });
  expect(await outcomesOf(text(false))).toEqual({
    'a (1)': 'success',
    'a (2)': 'failure',
    'a (3)': 'success',
  });
});

test('An environment waits for its reviewer', async () => {
  const text = 'jobs: { switch: { environment: { name: "${{ vars.stage }}" }, steps: [{ run: "true" }] } }';
  const asked: string[] = [];
  const approve = (answer: boolean) => (environment: string, job: string) => {
    asked.push(`${environment} for ${job}`);
    return Promise.resolve(answer);
  };
  const vars = { stage: 'production' };
  expect(await outcomesOf(text, { vars, approve: approve(true) })).toEqual({ switch: 'success' });
  const { result } = await run(text, { vars, approve: approve(false) });
  expect(result).toMatchObject({ outcome: 'failure', jobs: [{ outcome: 'failure', steps: [] }] });
  expect(result.jobs[0]?.lines.map((line) => line.text)).toEqual([
    "Waiting for a review of the environment 'production'",
    "Rejected: 'production'",
  ]);
  expect(asked).toEqual(['production for switch', 'production for switch']);
  const unasked = await run(text, { vars });
  expect(unasked.result.jobs[0]?.lines[1]?.text).toBe("Approved: 'production' (nobody is asked here)");
});

test('Only one job can be asked for', async () => {
  const text = 'jobs: { a: { steps: [] }, b: { needs: a, steps: [] }, c: { steps: [] } }';
  expect(await outcomesOf(text, { job: 'b' })).toEqual({ a: 'success', b: 'success' });
});

test('A job that may fail does not fail the workflow', async () => {
  const { result } = await run(
    'jobs: { a: { continue-on-error: true, steps: [{ run: exit 1 }] }, b: { steps: [] } }',
  );
  expect([result.outcome, result.jobs[0]?.outcome]).toEqual(['success', 'failure']);
});
