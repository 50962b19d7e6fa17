import { isoSeconds } from '../../dates.ts';
import type { DataRobotVariants } from '../variants.ts';
import type { RetrainingPolicy } from './policy.ts';
import type { RetrainingRun, RunStatus } from './retraining-run.ts';

const otherWords: Readonly<Record<RunStatus, string>> = {
  queued: 'WAITING',
  running: 'IN_PROGRESS',
  completed: 'SUCCESS',
  failed: 'FAILURE',
  cancelled: 'CANCELED',
};

/** A policy as the API shows it. */
export function policyObject(
  { id, fields, runs }: RetrainingPolicy,
  variants: DataRobotVariants,
): Record<string, unknown> {
  const latest = runs.filter(({ hiddenLooks }) => hiddenLooks === 0).at(-1);
  const latestRun = latest === undefined ? null : { id: latest.id, status: wordOf(latest, variants) };
  return { id, ...fields, latestRun };
}

/** A run as the API shows it. */
export function runObject(run: RetrainingRun, variants: DataRobotVariants): Record<string, unknown> {
  const { id, startMs, finishMs, errorMessage, result } = run;
  const none = Object.fromEntries(Object.keys(result).map((name) => [name, null]));
  return {
    id,
    status: wordOf(run, variants),
    startTime: isoSeconds(startMs),
    finishTime: finishMs === undefined || variants.has('run-finish-null') ? null : isoSeconds(finishMs),
    errorMessage,
    ...(variants.has('run-result-missing') ? none : result),
    useCaseId: null,
  };
}

function wordOf({ status }: RetrainingRun, variants: DataRobotVariants): string {
  return variants.has('run-status-words') ? otherWords[status] : status;
}
