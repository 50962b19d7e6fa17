import { isEngineError } from '@modelferry/http';
import type { PredictionOneFaultKind } from '@modelferry/sandbox';
import { verdictOf } from './declare-table.ts';
import { withinUploads, type Played } from './play.ts';
import type { Point } from './points.ts';

/** Faults that do not pass: what they destroyed stays so for the next try. */
const lasting: ReadonlySet<PredictionOneFaultKind> = new Set<PredictionOneFaultKind>([
  'credential-expired-mid-run',
  'job-fails',
  'job-deleted-mid-run',
  'model-deleted',
  'classifier-deleted-before-switch',
]);

/**
 * Holds what came of all tries against the table: a failure that passes is over with the next try; one that lasts, and
 * one that leaves open whether something was started, stays what it is.
 */
export async function expectAfterTries(
  point: Point,
  fault: PredictionOneFaultKind,
  result: PromiseSettledResult<Played>,
): Promise<void> {
  const verdict = verdictOf(point, fault);
  if (!verdict || 'cannotHappen' in verdict) throw new Error('This cell cannot be played.');
  if ('fails' in verdict && (lasting.has(fault) || verdict.fails === 'outcome-unknown')) {
    const { reason } = result as PromiseRejectedResult;
    expect(isEngineError(reason) ? reason.code : result).toBe(verdict.fails);
    return;
  }
  if (result.status === 'rejected') throw result.reason;
  if ('fails' in verdict) return result.value.expectDone();
  // Whether a small upload was cut short is for the socket to say
  if (point.nature === 'startingUpload' && withinUploads.has(fault)) return;
  await verdict.gives(result.value);
}
