import { isUnfinished, jobName } from '@modelferry/operation';
import { timeOf } from '../log/amounts.ts';
import type { KeptJob } from '../state/job-state.ts';
import type { JobPolicy } from '../inputs/read-host-inputs.ts';
import { upperFirst } from '../text/upper-first.ts';
import { stopJob, type Stopper, type StopResult } from './stop-job.ts';

/** What became of the jobs that nobody waits for any longer. */
export interface JobsEnd {
  /** For the user, a sentence or two each. */
  readonly said: readonly string[];
  /** Jobs that go on at the vendor, or may. */
  readonly goingOn: readonly KeptJob[];
  /** Jobs about which nothing is left to do. */
  readonly settled: readonly KeptJob[];
  /** Whether a job should have ended, and nothing says that it has. */
  readonly failed: boolean;
}

/** What to know about the jobs. */
export interface EndRequest {
  readonly policy: JobPolicy;
  /** For each job, all tries together, in milliseconds. */
  readonly withinMs: number;
  /** @default 1 */
  readonly tries?: number;
  /** How much of its data has left for a job that was being sent some. */
  readonly sent: 'part' | 'all' | 'unknown';
}

/** Ends the jobs, or lets them go on, by the user's policy. A job without its data is of no use, and ended by any. */
export async function endJobs(
  stopper: Stopper,
  jobs: readonly KeptJob[],
  request: EndRequest,
): Promise<JobsEnd> {
  const { policy, withinMs, tries } = request;
  const ends = await Promise.all(
    jobs.map(async (job): Promise<JobsEnd> => {
      // The operation has gone on to another job: the data of the one before never came whole
      const sent = job === jobs.at(-1) ? request.sent : 'part';
      const isCut = isUnfinished(job) && sent !== 'all';
      if (policy === 'detach' && !isCut) return goesOn(job, 'it goes on at the vendor');
      const result = await stopJob(stopper, job, { withinMs, tries });
      return isCut && result.stopped === 'impossible' ? cutOff(job, sent) : endOf(result, withinMs);
    }),
  );
  return {
    said: ends.flatMap(({ said }) => said),
    goingOn: ends.flatMap(({ goingOn }) => goingOn),
    settled: ends.flatMap(({ settled }) => settled),
    failed: ends.some(({ failed }) => failed),
  };
}

/** At the start of a sentence. */
const nameOf = (job: KeptJob): string => upperFirst(jobName(job));

const over = (job: KeptJob, said: string): JobsEnd => ({
  said: [said],
  goingOn: [],
  settled: [job],
  failed: false,
});

const goesOn = (job: KeptJob, why: string): JobsEnd => ({
  said: [`${nameOf(job)} was left alone: ${why}.`],
  goingOn: [job],
  settled: [job],
  failed: false,
});

/** What only data could have started, where the vendor has no way to end it. */
const cutOff = (job: KeptJob, sent: EndRequest['sent']): JobsEnd =>
  sent === 'part'
    ? over(
        job,
        `The upload was cut before all of the data had left, so nothing was started: ${nameOf(job)} has no data.`,
      )
    : {
        ...goesOn(job, 'its data were being sent, and where they have all arrived it goes on at the vendor'),
        settled: [job],
      };

function endOf(result: StopResult, withinMs: number): JobsEnd {
  const { job } = result;
  switch (result.stopped) {
    case 'cancelled':
      return over(job, `${nameOf(job)} was ended at the vendor.`);
    case 'already-ended':
      return over(job, `${nameOf(job)} had ended by itself.`);
    case 'never-started':
      return over(
        job,
        `${nameOf(job)} never got all of its data: nothing was started, and nothing runs at the vendor.`,
      );
    case 'impossible':
      return goesOn(job, 'the vendor documents no way to end it, so it goes on');
    case 'unknown':
      return {
        said: [`${nameOf(job)} could not be ended. ${reasonOf(result.error, withinMs)}`],
        goingOn: [job],
        settled: [],
        failed: true,
      };
  }
}

function reasonOf(error: unknown, withinMs: number): string {
  if (error === undefined) return `No answer came within ${timeOf(withinMs)}.`;
  return error instanceof Error ? error.message : String(error);
}
