import { waitsForJob } from '../face/index.ts';
import type { GivenInputs } from '../inputs/read-inputs.ts';
import type { Observed } from '../outcome/observed.ts';
import { emptyReport, type StepReport } from '../outcome/step-report.ts';
import type { Stage } from '../stage.ts';
import type { JobBook } from '../state/job-book.ts';
import type { Step } from '../step.ts';
import { endJobs, type EndRequest } from './end-jobs.ts';
import { goOnLater } from './go-on-later.ts';

/** How long ending a job may take after a cancel, in milliseconds: 7.5 s after the first signal comes the next one. */
const onCancelMs = 5_000;
/** The same after a timeout, when nobody is in a hurry. */
const onTimeoutMs = 30_000;

/** A run that has come to its end with jobs that may go on. */
export interface Ending {
  readonly stage: Stage;
  readonly step: Step;
  readonly given: GivenInputs;
  readonly book: JobBook;
  readonly observed: Observed;
  readonly client: unknown;
}

/** The run was cancelled: ends its jobs, or leaves them alone, in the few seconds there are. */
export async function stopJobsOnCancel(ending: Ending): Promise<StepReport> {
  const { step, given, observed } = ending;
  const jobs = ending.book.open.length;
  const ends = await stopJobs(ending, {
    policy: given.host.onCancel,
    withinMs: onCancelMs,
    tries: 3,
    sent: observed.sent,
  });
  return {
    ...emptyReport,
    outcome: 'cancelled',
    doing: step.operation.action,
    facts: observed.facts,
    outputs: observed.status === undefined ? {} : { status: observed.status },
    ...ends,
    failure: jobs === 0 ? withoutJob(ending) : (ends.details ?? []).join(' '),
    details: [],
  };
}

/** A switch is no job, and cannot be taken back either. */
function withoutJob({ step, book, observed }: Ending): string {
  if (book.isUnclear && !observed.isCut) {
    return 'It had been asked for, and no answer says whether it was started: look for it at the vendor.';
  }
  return waitsForJob(step.operation)
    ? 'As far as is known, nothing had been started at the vendor.'
    : 'What had been sent to the vendor by then may have been carried out there.';
}

/** The timeout came before the end of the job, which the report says already: ends it, or leaves it alone. */
export async function stopJobsOnTimeout(report: StepReport, ending: Ending): Promise<StepReport> {
  const { given } = ending;
  ending.book.decide(given.host.onTimeout);
  const ends = await stopJobs(ending, {
    policy: given.host.onTimeout,
    withinMs: onTimeoutMs,
    tries: 3,
    sent: 'all',
  });
  return { ...report, ...ends, next: [...(report.next ?? []), ...(ends.next ?? [])] };
}

async function stopJobs(
  { stage, step, book, client }: Ending,
  request: EndRequest,
): Promise<Pick<StepReport, 'details' | 'next' | 'snippet'>> {
  const end = await endJobs({ client, cancels: step.host.catalog.cancels }, book.open, request);
  for (const job of end.settled) book.settle(job);
  if (end.failed) book.leaveToPost();
  if (end.failed) {
    return {
      details: end.said,
      next: ['When this workflow job is over, its post step tries to end it again.'],
    };
  }
  const last = end.goingOn.at(-1);
  return { details: end.said, ...(last && goOnLater(step, stage.env, last)) };
}
