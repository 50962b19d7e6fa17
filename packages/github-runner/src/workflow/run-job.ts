import { setTimeout as wait } from 'node:timers/promises';
import { createJobSpace } from '../job-space.ts';
import { killLeaks } from '../leaks.ts';
import { createStageLog } from '../stage-log.ts';
import type { Outcome } from '../stage-result.ts';
import { createBackground } from './background.ts';
import { expandValue, holds } from './expand.ts';
import { jobOutputs } from './job-outputs.ts';
import { count, resultOf, scopeOf, type JobRun } from './job-run.ts';
import type { Combination } from './matrix.ts';
import { runStep } from './run-step.ts';
import type { RunWorkflowOptions } from './run-workflow-options.ts';
import type { ContextValue } from './scope.ts';
import { textValues } from './step-values.ts';
import type { Job, Workflow } from './workflow-file.ts';
import type { JobResult } from './workflow-result.ts';

/** What a job is run with. */
export interface JobOrder {
  readonly options: RunWorkflowOptions;
  readonly workflow: Workflow;
  readonly job: Job;
  readonly matrix: Combination;
  readonly contexts: Readonly<Record<string, ContextValue>>;
  /** Aborts when the run is cancelled. */
  readonly cancelled: AbortSignal;
}

/** How long a process may take to go once its job is over, in milliseconds. */
const lingerMs = 250;

/** Runs the steps of a job, then the post stages of its actions, the last first. */
export async function runJob(order: JobOrder): Promise<JobResult> {
  const { options, workflow, job, matrix } = order;
  const { event, secrets, workspace } = options;
  const facts = { workflow: workflow.name, ...options.facts, job: job.id };
  const space = await createJobSpace({ workspace, secrets, event, facts });
  const values = Object.values(matrix).map((value) =>
    typeof value === 'object' ? JSON.stringify(value) : value,
  );
  const jobName = values.length === 0 ? job.id : `${job.id} (${values.join(', ')})`;
  const over = new AbortController();
  const timedOut = new AbortController();
  const run: JobRun = {
    options,
    job,
    jobName,
    space,
    contexts: { ...order.contexts, matrix, secrets: { GITHUB_TOKEN: space.token, ...secrets } },
    cancelled: AbortSignal.any([order.cancelled, timedOut.signal]),
    steps: {},
    records: [],
    posts: [],
    status: order.cancelled.aborted ? 'cancelled' : 'success',
  };
  run.cancelled.addEventListener('abort', () => (run.status = 'cancelled'), { signal: over.signal });
  const log = createStageLog(space.masks, (line) => options.onLine?.(line, { job: jobName }));
  const background = createBackground(run);
  try {
    Object.assign(space.env, textValues(workflow.env, scopeOf(run)));
    Object.assign(space.env, textValues(job.env, scopeOf(run)), options.env);
    const minutes = Number(expandValue(job.timeoutMinutes, scopeOf(run)) ?? 0);
    if (minutes > 0) {
      wait(minutes * 60_000, undefined, { ref: false, signal: over.signal }).then(
        () => {
          log.error(`The job has exceeded the maximum execution time of ${minutes} minutes`);
          timedOut.abort();
        },
        () => undefined,
      );
    }
    for (const step of job.steps) await runStep(run, background, step);
    await background.settle();
    await runPosts(run);
    const outputs = jobOutputs(run, log);
    const leaks = await killLeaks(space.trackingId, lingerMs);
    for (const { pid, command } of leaks)
      log.write('runner', `Terminate orphan process: pid (${pid}) (${command})`);
    const outcome: Outcome = log.failed && run.status === 'success' ? 'failure' : run.status;
    return {
      id: job.id,
      name: jobName,
      outcome,
      steps: run.records.map(resultOf),
      outputs,
      lines: log.lines,
      leaks,
    };
  } finally {
    over.abort();
    await background.settle();
    await space.remove();
  }
}

async function runPosts(run: JobRun): Promise<void> {
  for (let pending = run.posts.pop(); pending !== undefined; pending = run.posts.pop()) {
    const { record, action } = pending;
    if (action.postIf === undefined || !holds(action.postIf, scopeOf(run))) continue;
    record.post = await action.post();
    count(run, record.post.outcome);
  }
}
