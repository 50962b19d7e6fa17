import { jobOrder } from '../src/workflow/job-order.ts';
import { parseWorkflow } from '../src/workflow/workflow-file.ts';

test.each([
  ['on: push', 'it has no jobs'],
  ['jobs: { a: { uses: ./other.yml } }', "job 'a': it calls another workflow"],
  ['jobs: { a: { steps: [{ name: Nothing }] } }', "the step 'Nothing': give it one of"],
  ['jobs: { a: { steps: [{ parallel: [{ wait: x }] }] } }', 'only plain'],
  ['jobs: { a: { steps: [{ parallel: [{ run: x, background: true }] }] } }', 'only plain'],
])('%s is refused', (text, fault) => {
  expect(() => parseWorkflow(text)).toThrow(fault);
});

test('Defaults of the job go before those of the file, and a step before both', () => {
  const { jobs } = parseWorkflow(`
defaults: { run: { shell: sh, working-directory: a } }
jobs:
  one:
    defaults: { run: { working-directory: b } }
    steps: [{ run: x }, { run: y, shell: bash }]
`);
  expect(jobs[0]?.steps).toMatchObject([
    { shell: 'sh', workingDirectory: 'b' },
    { shell: 'bash', workingDirectory: 'b' },
  ]);
});

const order = (text: string, only?: string) =>
  jobOrder(parseWorkflow(`jobs: ${text}`).jobs, only).map(({ id }) => id);

test('Jobs come after those they need; one job brings only what it needs', () => {
  const text = '{ c: { needs: [a, b] }, b: { needs: a }, a: {}, d: {} }';
  expect(order(text)).toEqual(['a', 'b', 'c', 'd']);
  expect(order(text, 'b')).toEqual(['a', 'b']);
});

test('A need that is not there, and one that goes in a circle, are named', () => {
  expect(() => order('{ a: { needs: x } }')).toThrow("there is no job 'x'. There are: a.");
  expect(() => order('{ a: { needs: b }, b: { needs: a } }')).toThrow('a -> b -> a');
});
