import { requestNotes, type JobLedger, type RequestNotes } from '@modelferry/operation';
import type { JobReference } from '@modelferry/polling';
import type { NewModel } from '../client/model-replacement.ts';
import { vendor } from '../vendor.ts';

/** The kind of a model replacement in references and in the ledger. */
const replacementKind = 'model-replacement';
/** The kind of one that was asked for and not answered. */
const replacementRequest = 'model-replacement-request';

/**
 * How far a replacement has come, as far as its starting step knows.
 *
 * - `replacing`: the vendor was asked for it, and goes on by itself
 * - `replaced`: the new model answers
 * - `failed`: it never will by this replacement
 */
export type ReplacementPhase = 'replacing' | 'replaced' | 'failed';

/** A replacement that was asked for. */
export interface AskedReplacement {
  readonly deploymentId: string;
  /** Nothing where the server named no task: then only the deployment tells. */
  readonly taskId: string | undefined;
}

/** Remembers the replacement of one request, so that a later try of it goes on with it. */
export interface ReplacementLedger {
  keep(asked: AskedReplacement, phase: ReplacementPhase): Promise<void>;
  /** One that was asked for and may still come about. */
  earlier(): Promise<AskedReplacement | undefined>;
  /** That it was asked for, with no clear answer so far. */
  readonly asking: RequestNotes;
}

/** Its ID is `5e7e/a1b2`, or `5e7e` where there is no task. */
export const replacementReference = ({ deploymentId, taskId }: AskedReplacement): JobReference => ({
  ...{ vendor, kind: replacementKind },
  id: taskId === undefined ? deploymentId : `${deploymentId}/${taskId}`,
  name: `model replacement of deployment ${deploymentId}`,
});

export function replacementLedger(jobs: JobLedger, deploymentId: string, model: NewModel): ReplacementLedger {
  const fingerprint = JSON.stringify([deploymentId, model]);
  return {
    keep: (asked, phase) => jobs.keep({ ...replacementReference(asked), phase, fingerprint }),
    async earlier() {
      const record = await jobs.earlier(replacementKind, fingerprint);
      return record && record.phase !== 'failed'
        ? { deploymentId, taskId: record.id.split('/')[1] }
        : undefined;
    },
    asking: requestNotes(jobs, { vendor, kind: replacementRequest, fingerprint }),
  };
}
