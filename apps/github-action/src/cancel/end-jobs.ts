import { isEngineError } from '@modelferry/http';
import { timeOf } from '../log/amounts.ts';
import { isUnfinished, type KeptJob } from '../state/job-state.ts';
import type { JobPolicy } from '../inputs/read-host-inputs.ts';
import { stopJob, type Stopper, type StopResult } from './stop-job.ts';

/** What became of the jobs that nobody waits for any longer. */
export interface JobsEnd {
  /** For the user, a sentence each. */
  readonly said: readonly string[];
  /** Jobs that go on at the vendor, or may. */
  readonly goingOn: readonly KeptJob[];
  /** Jobs about which nothing is left to do. */
  readonly settled: readonly KeptJob[];
  /** Whether a job should have ended, and nothing says that it has. */
  readonly failed: boolean;
}

/** What to know about each job. */
export interface EndRequest {
  readonly policy: JobPolicy;
  /** For each stop, all tries together, in milliseconds. */
  readonly withinMs: number;
  readonly tries?: number;
  /** Whether all of the data is known to have left, though no answer came: then an unfinished job may have started. */
  readonly allSent?: boolean;
}

/** Ends the jobs, or lets them go on, by the user's policy. A job without its data is of no use, and ended by any. */
export async function endJobs(
  stopper: Stopper,
  jobs: readonly KeptJob[],
  { policy, allSent = false, ...limits }: EndRequest,
): Promise<JobsEnd> {
  const ends = await Promise.all(
    jobs.map(async (job): Promise<JobsEnd> => {
      const useless = isUnfinished(job) && !allSent;
      if (policy === 'detach' && !useless) return goesOn(job, `It goes on at the vendor.`);
      return endOf(await stopJob(stopper, job, limits), useless, limits.withinMs);
    }),
  );
  return {
    said: ends.flatMap(({ said }) => said),
    goingOn: ends.flatMap(({ goingOn }) => goingOn),
    settled: ends.flatMap(({ settled }) => settled),
    failed: ends.some(({ failed }) => failed),
  };
}

const nameOf = ({ kind, id }: KeptJob): string => `${capital(kind)} ${id}`;

const goesOn = (job: KeptJob, why: string): JobsEnd => ({
  said: [`${nameOf(job)} was left alone. ${why}`],
  goingOn: [job],
  settled: [job],
  failed: false,
});

function endOf(result: StopResult, useless: boolean, withinMs: number): JobsEnd {
  const { job } = result;
  const over = (said: string): JobsEnd => ({ said: [said], goingOn: [], settled: [job], failed: false });
  switch (result.stopped) {
    case 'cancelled':
      return over(`${nameOf(job)} was ended at the vendor.`);
    case 'already-ended':
      return over(`${nameOf(job)} had ended by itself.`);
    case 'impossible':
      return useless
        ? over(
            `The upload was cut before all of the data had arrived, so ${job.kind} ${job.id} does not start.`,
          )
        : goesOn(job, 'The vendor documents no way to end it, so it goes on.');
    case 'unknown':
      return {
        said: [`${nameOf(job)} could not be ended: ${reasonOf(result.error, withinMs)}`],
        goingOn: [job],
        settled: [],
        failed: true,
      };
  }
}

function reasonOf(error: unknown, withinMs: number): string {
  const isTimeout = error instanceof Error && error.name === 'TimeoutError';
  if (isTimeout || (isEngineError(error) && error.code === 'cancelled')) {
    return `no answer came within ${timeOf(withinMs)}.`;
  }
  return error instanceof Error ? error.message : String(error);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
