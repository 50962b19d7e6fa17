import type { Environment } from '../inputs/input-text.ts';
import type { StepReport } from '../outcome/step-report.ts';
import type { KeptJob } from '../state/job-state.ts';
import { waitStep, type OfVendor } from './wait-step.ts';

/** What to do about a job that goes on: the step that waits for it, or what helps where there is none. */
export function goOnLater(
  step: OfVendor,
  env: Environment,
  job: Pick<KeptJob, 'kind' | 'id'>,
  lead = 'To wait for it later, use this step:',
): Pick<StepReport, 'next' | 'snippet'> {
  const snippet = waitStep(step, env, job);
  if (snippet !== undefined) return { next: [lead], snippet };
  const later = step.host.jobs[job.kind]?.later;
  return later === undefined ? {} : { next: [later] };
}
