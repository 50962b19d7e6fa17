import { invalid } from '../errors.ts';
import type { Platform } from '../platform.ts';
import type { BatchJob } from './batch-job.ts';

const hourMs = 3_600_000;
/** What the list can be narrowed by; the vendor's other words are taken and change nothing. */
const known = new Set(
  `offset limit status source deploymentId modelId jobId orderBy allJobs cutoffHours startDateTime endDateTime
   batchPredictionJobDefinitionId hostname intakeType outputType`.split(/\s+/),
);

/** The jobs that a query asks for, newest first unless it says otherwise. @throws ApiError 422 */
export function selectJobs(platform: Platform, query: URLSearchParams): readonly BatchJob[] {
  const unknown = [...query.keys()].find((name) => !known.has(name));
  if (unknown !== undefined) throw invalid(`'${unknown}': ${unknown} is not allowed key`);
  const cutoffHours = query.get('cutoffHours');
  const fromMs = query.has('startDateTime')
    ? timeOf(query, 'startDateTime')
    : cutoffHours === null
      ? Number.NEGATIVE_INFINITY
      : platform.parts.clock.now() - Number(cutoffHours) * hourMs;
  const toMs = query.has('endDateTime') ? timeOf(query, 'endDateTime') : Number.POSITIVE_INFINITY;
  const isIn = (name: string, value: string): boolean =>
    !query.has(name) || query.getAll(name).includes(value);
  const jobs = [...platform.jobs.values()].filter(
    (job) =>
      !job.isDeleted &&
      isIn('status', job.status) &&
      isSource(query.getAll('source'), job.source) &&
      isIn('deploymentId', job.deployment.id) &&
      isIn('modelId', job.model.id) &&
      isIn('jobId', job.id) &&
      isIn('intakeType', String(job.spec.intake.type)) &&
      isIn('outputType', String(job.spec.output.type)) &&
      isIn('batchPredictionJobDefinitionId', job.definition?.id ?? '') &&
      job.createdMs >= fromMs &&
      job.createdMs <= toMs,
  );
  return sorted(jobs, query.get('orderBy') ?? '-created');
}

function isSource(asked: readonly string[], source: string): boolean {
  const wanted = asked.filter((each) => !each.startsWith('-'));
  return !asked.includes(`-${source}`) && (wanted.length === 0 || wanted.includes(source));
}

/** Jobs come in the order they were created in. */
function sorted(jobs: readonly BatchJob[], orderBy: string): readonly BatchJob[] {
  const byStatus = (a: BatchJob, b: BatchJob): number => a.status.localeCompare(b.status);
  if (orderBy === 'created') return jobs;
  if (orderBy === '-created') return [...jobs].reverse();
  if (orderBy === 'status') return [...jobs].sort(byStatus);
  if (orderBy === '-status') return [...jobs].sort(byStatus).reverse();
  throw invalid("'orderBy': value doesn't match any of created, -created, status, -status");
}

function timeOf(query: URLSearchParams, name: string): number {
  const ms = Date.parse(query.get(name) ?? '');
  if (Number.isNaN(ms)) throw invalid(`'${name}': value is not a date-time`);
  return ms;
}
