import type { JobLedger } from '@modelferry/operation';
import { markLedger, type MarkLedger } from '../at-most-once/mark-ledger.ts';
import { vendor } from '../vendor.ts';

/** The kind of an uploaded model in the ledger: a note, for nothing goes on in it. */
const modelKind = 'model';

/** The kind of one that was sent and has no ID yet. */
const modelRequest = 'model-request';

/** Remembers the model of one request, so that a later try of it never uploads a second one. */
export interface ModelLedger {
  note(modelId: string): Promise<void>;
  /** The model of an earlier try. */
  readonly earlier: string | undefined;
  readonly marks: MarkLedger;
}

/** @param fingerprint tells this request from all others */
export async function modelLedger(jobs: JobLedger, fingerprint: string): Promise<ModelLedger> {
  const marks = await markLedger(jobs, modelRequest, fingerprint);
  return {
    marks,
    earlier: (await jobs.earlier(modelKind, fingerprint))?.id,
    async note(modelId) {
      await jobs.keep({ vendor, kind: modelKind, id: modelId, phase: 'uploaded', fingerprint, note: true });
      await marks.close();
    },
  };
}
