import type { TriggerEvent } from '@modelferry/operation';
import { describeRun } from '../../retraining/describe-run.ts';
import { runReference } from '../../retraining/run-reference.ts';
import type { Outcome } from '../outcome.ts';
import type { SeenRun } from './see-runs.ts';

/** A run that has ended, as an event. Its status word may change afterwards, so that the event's ID has ours. */
export function endedRun({ reference, run }: SeenRun) {
  const { finished, pending: _, failed: __, resumeToken: ___, ...told } = describeRun(reference, run);
  const outcome: Outcome = finished ? 'succeeded' : 'failed';
  const eventId = `retraining-run:${runReference(reference).id}:${outcome}`;
  return { eventId, output: { eventId, outcome, ...told } } satisfies TriggerEvent;
}
