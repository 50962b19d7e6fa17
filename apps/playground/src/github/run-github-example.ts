import { join } from 'node:path';
import { runWorkflow, type WorkflowResult } from '@modelferry/github-runner';
import { paths } from '../host/paths.ts';
import type { ExampleResult } from '../report.ts';
import type { Scene } from '../scene.ts';
import type { GithubExample } from './github-example.ts';
import { standIns } from './stand-ins.ts';

/** Our actions, as workflow files name them: the repository, a folder in it, a version. */
const ours = /^modelferry\/modelferry(?<folder>(?:\/[\w-]+)*)@/;

/** Runs a workflow file under the runner, on the built actions as they are committed, and judges what came out. */
export async function runGithubExample(example: GithubExample, scene: Scene): Promise<ExampleResult> {
  const { name: workflow, file, settings } = example;
  const { progress, signal, filesFolder } = scene;
  const { secrets, vars } = settings(scene);
  const others = standIns(filesFolder);
  const startedAtMs = performance.now();
  progress.say(`Running under the runner: ${workflow}`);
  const result = await runWorkflow({
    file: join(paths.githubExamples, file),
    secrets,
    vars,
    resolveAction(uses) {
      const folder = ours.exec(uses)?.groups?.['folder'];
      return folder === undefined ? others[uses.split('@')[0] ?? ''] : join(paths.root, folder);
    },
    cancel: { when: aborted(signal) },
    onLine: ({ text }) => progress.tick(`${workflow}: ${text}`),
  });
  signal.throwIfAborted();
  const judged = judge(example, result, scene, Object.values(secrets));
  progress.say(`${judged.passed ? 'Passed' : 'FAILED'}: ${workflow}`);
  return { workflow, durationMs: performance.now() - startedAtMs, summary: summaryOf(result), ...judged };
}

function judge(
  { outcome }: GithubExample,
  result: WorkflowResult,
  scene: Scene,
  keys: readonly string[],
): Pick<ExampleResult, 'passed' | 'outcome'> {
  const steps = result.jobs.flatMap((job) => job.steps);
  const failed = steps.find((step) => step.outcome === 'failure');
  if (result.outcome !== 'success') {
    const [said] = failed?.main.annotations ?? [];
    return {
      passed: false,
      outcome: `${result.outcome} at ${failed?.name ?? 'its start'}: ${said?.message ?? 'see its log'}`,
    };
  }
  // The runner masks its log by itself; what an action writes into its files is kept as it is
  const written = JSON.stringify(
    steps.map(({ outputs, summary, main, post }) => [
      outputs,
      summary,
      main.state,
      post.state,
      main.lines,
      post.lines,
    ]),
  );
  if (keys.some((key) => written.includes(key))) {
    return { passed: false, outcome: 'a key stands in what the action has written' };
  }
  try {
    return { passed: true, outcome: outcome(result, scene) };
  } catch (error) {
    return { passed: false, outcome: (error as Error).message };
  }
}

const summaryOf = ({ jobs }: WorkflowResult): string =>
  jobs
    .flatMap(({ steps }) => steps)
    .map(({ summary }) => summary.trim())
    .filter((summary) => summary !== '')
    .join('\n\n');

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
