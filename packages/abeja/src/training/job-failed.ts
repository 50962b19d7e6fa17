import { EngineError, quoteVendorText } from '@modelferry/http';
import type { Job } from '../client/training/job.ts';
import type { TrainingJobRef } from './job-reference.ts';
import { jobState } from './job-state.ts';

/** The error for a job that was not completed; that somebody has stopped it is told apart from a failure. */
export function jobFailed(
  { definition, jobId }: TrainingJobRef,
  { status, statusMessage }: Job,
): EngineError {
  const said = statusMessage ? `: "${quoteVendorText(statusMessage)}"` : '';
  if (jobState(status) === 'cancelled') {
    return new EngineError({
      code: 'job-failed',
      message: `Training job ${jobId} of "${definition}" was stopped before it was complete${said}.`,
      remedy: 'Somebody has stopped it; run it again when it is wanted after all.',
    });
  }
  return new EngineError({
    code: 'job-failed',
    message: `Training job ${jobId} of "${definition}" ended as ${status}${said || ', and does not say why'}.`,
    remedy:
      'Read its log on the platform, mend what that names, and run it again. With Export Log, a result has the log in it.',
  });
}
