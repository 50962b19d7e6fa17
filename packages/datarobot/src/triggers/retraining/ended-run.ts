import type { TriggerEvent } from '@modelferry/operation';
import { describeRun } from '../../retraining/describe-run.ts';
import { runReference } from '../../retraining/run-reference.ts';
import type { Outcome } from '../outcome.ts';
import type { SeenRun } from './see-runs.ts';

/** A run that has ended, as an event. Its status word may change afterwards, so that the event's ID has ours. */
export function endedRun({ reference, run }: SeenRun) {
  const { finished, runId, policyId, deploymentId, status, ...rest } = describeRun(reference, run);
  const { modelPackageId, registeredModelId, challengerId, projectId } = rest;
  const { startTime, finishTime, errorMessage } = rest;
  const outcome: Outcome = finished ? 'succeeded' : 'failed';
  const eventId = `retraining-run:${runReference(reference).id}:${outcome}`;
  return {
    eventId,
    output: {
      ...{ eventId, outcome, runId, policyId, deploymentId, status },
      ...{ modelPackageId, registeredModelId, challengerId, projectId },
      ...{ startTime, finishTime, errorMessage },
    },
  } satisfies TriggerEvent;
}
