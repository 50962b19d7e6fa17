import { runWorkflow, type RunWorkflowOptions, type WorkflowResult } from '../src/index.ts';

/** A run of a workflow, and what its processes said. */
export interface TestRun {
  readonly result: WorkflowResult;
  /** The lines of the processes, in the order in which they came. */
  readonly said: readonly string[];
  /** The outcome and conclusion of each step of the first job. */
  readonly outcomes: readonly string[];
}

/** Runs a workflow file. */
export async function run(text: string, options: RunWorkflowOptions = {}): Promise<TestRun> {
  const said: string[] = [];
  const result = await runWorkflow({
    ...options,
    text,
    onLine(line, place) {
      options.onLine?.(line, place);
      if (line.stream !== 'runner') said.push(line.text);
    },
  });
  const steps = result.jobs[0]?.steps ?? [];
  const outcomes = steps.map(({ outcome, conclusion }) =>
    outcome === conclusion ? outcome : `${outcome}, counted as ${conclusion}`,
  );
  return { result, said, outcomes };
}

/** Runs the steps of one job, written as the items of a list of YAML. */
export const runSteps = async (steps: string, options: RunWorkflowOptions = {}): Promise<TestRun> =>
  run(`jobs:\n  job:\n    steps:\n${steps.replace(/^/gm, '      ')}`, options);
