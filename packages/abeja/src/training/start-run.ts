import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { earlierJob } from './earlier-job.ts';
import { jobSettings, type GivenSettings } from './job-settings.ts';
import { prepareVersion, type Trained } from './prepare-version.ts';
import { startJob, type StartedJob } from './start-job.ts';
import type { TrainingLedger } from './training-ledger.ts';

/** The job of a request: the one that an earlier try has started, or a new one. */
export async function startRun(
  context: RunContext<AbejaClient>,
  ledger: TrainingLedger,
  given: Trained & GivenSettings,
): Promise<StartedJob> {
  const earlier = await earlierJob(context, ledger);
  if (earlier) return earlier;
  const version = await prepareVersion(context, given);
  return startJob(context, ledger, {
    definition: given.definition,
    version: version.jobDefinitionVersion,
    settings: jobSettings(given, version),
  });
}
