import { timeOf, type LookupContext } from '@modelferry/operation';
import { isFinal } from '@modelferry/polling';
import type { DataRobotClient } from '../../client/client.ts';
import { runState } from '../../retraining/run-state.ts';
import { isWanted, type Outcome } from '../outcome.ts';
import { endedRun } from './ended-run.ts';
import { seeRuns, type SeenRun, type WatchedPolicies } from './see-runs.ts';

/** Made up, for those who have no run yet. */
const example = (outcome: 'any' | Outcome, { deploymentId, policyId }: WatchedPolicies): SeenRun => ({
  reference: {
    deploymentId,
    policyId: policyId ?? '65b2c3d4e5f6010203040506',
    runId: '66c3d4e5f601020304050607',
  },
  run: {
    id: '66c3d4e5f601020304050607',
    status: outcome === 'failed' ? 'failed' : 'completed',
    startTime: '2027-01-15T08:00:00Z',
    finishTime: '2027-01-15T09:30:00Z',
    ...(outcome === 'failed'
      ? { errorMessage: 'The dataset has no target column' }
      : { projectId: '66d4e5f60102030405060708', modelPackageId: '66e5f6010203040506070809' }),
  },
});

/** The latest ending that is wanted, or one that is made up. */
export async function sampleRun(
  world: LookupContext<DataRobotClient>,
  { outcome, ...watched }: WatchedPolicies & { readonly outcome: 'any' | Outcome },
) {
  const { things } = await seeRuns(world, watched, undefined);
  const ended = [...things.values()]
    .filter(({ run }) => isFinal(runState(run)))
    .filter((one) => isWanted(outcome, endedRun(one).output.outcome))
    .sort((a, b) => (timeOf(b.run.startTime) ?? 0) - (timeOf(a.run.startTime) ?? 0));
  return endedRun(ended[0] ?? example(outcome, watched));
}
