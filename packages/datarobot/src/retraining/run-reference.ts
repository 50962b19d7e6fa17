import { InputError } from '@modelferry/http';
import { idInToken, toResumeToken, type JobReference } from '@modelferry/polling';
import type { PolicyRef } from '../client/retraining-runs.ts';
import { vendor } from '../vendor.ts';

/** The kind of a retraining run in references, in the ledger and in resume tokens. */
export const retrainingRunKind = 'retraining-run';

/** A run of a policy: none of the three says which it is without the others. */
export interface RunRef extends PolicyRef {
  readonly runId: string;
}

/** All three IDs as one, as the ledger and tokens have it: `5e7e/a1b2/c3d4`. Sentences name the run. */
export const runReference = ({ deploymentId, policyId, runId }: RunRef): JobReference => ({
  ...{ vendor, kind: retrainingRunKind },
  id: `${deploymentId}/${policyId}/${runId}`,
  name: `retraining run ${runId}`,
});

export const runResumeToken = (run: RunRef): string => toResumeToken(runReference(run));

/** @throws InputError for what is no such ID */
export function runRefOf(id: string): RunRef {
  const [deploymentId, policyId, runId, ...more] = id.split('/');
  if (!deploymentId || !policyId || !runId || more.length > 0) {
    throw refuse(
      'runId',
      `"${id}" does not name a deployment, a policy and a run`,
      'Pass the resume token exactly as the starting step gave it.',
    );
  }
  return { deploymentId, policyId, runId };
}

/** What names a run, as it was entered. */
export interface RunGiven {
  /** An ID, `deployment/policy/run`, or a resume token. */
  readonly runId: string;
  readonly deploymentId?: string | undefined;
  readonly policyId?: string | undefined;
}

/** @throws InputError for what is no run, and for a bare ID without its deployment and its policy */
export function namedRun({ runId, deploymentId, policyId }: RunGiven): RunRef {
  const inToken = idInToken(runId, { vendor, kind: retrainingRunKind }, 'runId');
  if (inToken !== undefined) return runRefOf(inToken);
  if (runId.includes('/')) return runRefOf(runId);
  if (deploymentId !== undefined && policyId !== undefined) return { deploymentId, policyId, runId };
  throw refuse(
    deploymentId === undefined ? 'deploymentId' : 'policyId',
    'is required with the bare ID of a run',
    'Give the deployment and the policy, too, or in place of the ID the resume token, which names all three.',
  );
}

const refuse = (field: string, problem: string, remedy?: string): InputError =>
  new InputError([{ field, problem, remedy }]);
