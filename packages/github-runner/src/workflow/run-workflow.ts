import { readFile } from 'node:fs/promises';
import { watchCancel } from '../cancel.ts';
import { createStageLog } from '../stage-log.ts';
import { createMasks } from '../masks.ts';
import { usualFacts, githubValues } from '../job-facts.ts';
import type { LogLine, Outcome } from '../stage-result.ts';
import { expand, expandValue, holds } from './expand.ts';
import { givenInputs } from './given-inputs.ts';
import { jobOrder } from './job-order.ts';
import { combinations } from './matrix.ts';
import { needsOf, type FinishedJobs } from './needs.ts';
import { runJob } from './run-job.ts';
import type { RunWorkflowOptions } from './run-workflow-options.ts';
import type { Scope } from './scope.ts';
import { parseWorkflow, type Job, type Workflow } from './workflow-file.ts';
import type { JobResult, LinePlace, WorkflowResult } from './workflow-result.ts';

/**
 * Runs a workflow file, one job after another, each after those it needs.
 * @throws Error when the file is not there or cannot be read, or when the caller's promise of a cancel rejects
 */
export async function runWorkflow(given: RunWorkflowOptions): Promise<WorkflowResult> {
  const text = given.text ?? (await readFile(given.file ?? '', 'utf8'));
  const workflow = parseWorkflow(text);
  const watch = watchCancel(given.cancel);
  const cancelling = new AbortController();
  let broken: { readonly error: unknown } | undefined;
  const options: RunWorkflowOptions = {
    ...given,
    onLine(line, place) {
      given.onLine?.(line, place);
      watch.onLine(line);
    },
  };
  watch.start();
  watch.means.catch((error: unknown) => (broken = { error })).finally(() => cancelling.abort());
  const finished: FinishedJobs = new Map();
  try {
    for (const job of jobOrder(workflow.jobs, options.job)) {
      finished.set(job, await runCombinations(workflow, job, finished, options, cancelling.signal));
    }
  } finally {
    watch.stop();
  }
  if (broken !== undefined) throw broken.error;
  const jobs = [...finished.values()].flatMap((done) => done.results);
  const counted = [...finished].filter(([job]) => job.continueOnError !== true);
  return { outcome: worst(counted.map(([, { outcome }]) => outcome)), jobs };
}

async function runCombinations(
  workflow: Workflow,
  job: Job,
  finished: FinishedJobs,
  options: RunWorkflowOptions,
  cancelled: AbortSignal,
) {
  const { needs, status } = needsOf(job, finished);
  const facts = { ...usualFacts, workflow: workflow.name, job: job.id, ...options.facts };
  const contexts = {
    needs,
    vars: options.vars ?? {},
    inputs: givenInputs(workflow.inputs, options.inputs),
  };
  const scope = {
    contexts: { ...contexts, github: { ...githubValues(facts), event: options.event ?? {} } },
    status: cancelled.aborted ? 'cancelled' : status,
    workspace: options.workspace ?? '',
  } as const;
  const notRun = (outcome: Outcome, lines: readonly LogLine[] = []): JobResult[] => [
    { id: job.id, name: job.id, outcome, steps: [], outputs: {}, lines, leaks: [] },
  ];
  if (!holds(job.if, scope)) {
    const outcome = cancelled.aborted ? 'cancelled' : 'skipped';
    return { outcome, results: notRun(outcome) } as const;
  }
  const review = await reviewed(job, scope, options);
  if (!review.approved) return { outcome: 'failure', results: notRun('failure', review.lines) } as const;

  const results: JobResult[] = [];
  for (const matrix of combinations(expandValue(job.matrix, scope))) {
    const failed = results.some(({ outcome }) => outcome === 'failure');
    if (failed && expandValue(job.failFast, scope) !== false) break;
    const result = await runJob({ options, workflow, job, matrix, contexts, cancelled });
    results.push({ ...result, lines: [...(results.length === 0 ? review.lines : []), ...result.lines] });
  }
  return { outcome: worst(results.map(({ outcome }) => outcome)), results } as const;
}

async function reviewed(job: Job, scope: Scope, options: RunWorkflowOptions) {
  if (job.environment === undefined) return { approved: true, lines: [] };
  const place: LinePlace = { job: job.id };
  const log = createStageLog(createMasks(Object.values(options.secrets ?? {})), (line) =>
    options.onLine?.(line, place),
  );
  const environment = expand(job.environment, scope);
  log.write('runner', `Waiting for a review of the environment '${environment}'`);
  const approved = (await options.approve?.(environment, job.id)) ?? true;
  const by = options.approve === undefined ? ' (nobody is asked here)' : '';
  log.write('runner', approved ? `Approved: '${environment}'${by}` : `Rejected: '${environment}'`);
  return { approved, lines: log.lines };
}

const worst = (outcomes: readonly Outcome[]): Outcome =>
  (['cancelled', 'failure', 'success'] as const).find((outcome) => outcomes.includes(outcome)) ?? 'skipped';
