import type { Job } from './workflow-file.ts';

/**
 * The jobs so that each comes after those it needs; of one job, only it and what it needs.
 * @throws Error when a job needs one that is not there, or itself
 */
export function jobOrder(jobs: readonly Job[], only?: string): readonly Job[] {
  const ordered: Job[] = [];
  const visit = (id: string, path: readonly string[]) => {
    const job = jobs.find((candidate) => candidate.id === id);
    if (job === undefined) {
      const names = jobs.map((candidate) => candidate.id).join(', ');
      throw new Error(`While ordering the jobs: there is no job '${id}'. There are: ${names}.`);
    }
    if (path.includes(id))
      throw new Error(`While ordering the jobs: '${id}' needs itself: ${[...path, id].join(' -> ')}.`);
    if (ordered.includes(job)) return;
    for (const need of job.needs) visit(need, [...path, id]);
    ordered.push(job);
  };
  for (const id of only === undefined ? jobs.map((job) => job.id) : [only]) visit(id, []);
  return ordered;
}
