import type { Outcome } from '../stage-result.ts';
import type { ContextValue, JobStatus } from './scope.ts';
import type { Job } from './workflow-file.ts';
import type { JobResult } from './workflow-result.ts';

/** The jobs that have run, or were skipped. */
export type FinishedJobs = Map<Job, { readonly outcome: Outcome; readonly results: readonly JobResult[] }>;

/** What a job sees of those it needs. */
export interface Needs {
  /** The `needs` context. */
  readonly needs: Readonly<Record<string, ContextValue>>;
  /** For the status functions of its `if:`. A failure further back counts too. */
  readonly status: JobStatus;
}

/** Of a job with a matrix, the outputs of the last combination that set them count. */
export function needsOf(job: Job, finished: FinishedJobs): Needs {
  const byId = new Map([...finished].map(([done, end]) => [done.id, { done, ...end }]));
  const needs: Record<string, ContextValue> = {};
  const ancestors = new Set<string>();
  const visit = (id: string) => {
    if (ancestors.has(id)) return;
    ancestors.add(id);
    byId.get(id)?.done.needs.forEach(visit);
  };
  job.needs.forEach(visit);
  for (const id of job.needs) {
    const { outcome = 'skipped', results = [] } = byId.get(id) ?? {};
    const outputs: Record<string, string> = Object.assign({}, ...results.map((result) => result.outputs));
    needs[id] = { result: outcome, outputs };
  }
  const outcomes = [...ancestors].map((id) => byId.get(id)?.outcome ?? 'skipped');
  const direct = job.needs.map((id) => byId.get(id)?.outcome ?? 'skipped');
  const status = outcomes.includes('failure')
    ? 'failure'
    : direct.every((outcome) => outcome === 'success')
      ? 'success'
      : 'skipped';
  return { needs, status };
}
