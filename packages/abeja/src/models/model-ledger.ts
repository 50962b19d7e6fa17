import type { JobLedger } from '@modelferry/operation';
import { vendor } from '../vendor.ts';

/** The kind of an uploaded model in the ledger. */
const modelKind = 'model';

/** The kind of one that was sent and has no ID yet. */
const modelRequest = 'model-request';

/** Remembers the model of one request, so that a later try of it never uploads a second one. */
export interface ModelLedger {
  keep(modelId: string): Promise<void>;
  /** The model of an earlier try. */
  earlier(): Promise<string | undefined>;
  /** No clear answer came to the upload of what has this marker. */
  keepOpen(marker: string): Promise<void>;
  /** The marker of an earlier try which never heard what became of it. */
  open(): Promise<string | undefined>;
}

/** @param fingerprint tells this request from all others */
export function modelLedger(jobs: JobLedger, fingerprint: string): ModelLedger {
  const keep = (kind: string, id: string, phase: string): Promise<void> =>
    jobs.keep({ vendor, kind, id, phase, fingerprint });
  const earlier = async (kind: string): Promise<string | undefined> =>
    (await jobs.earlier(kind, fingerprint))?.id;
  return {
    keep: (modelId) => keep(modelKind, modelId, 'uploaded'),
    earlier: () => earlier(modelKind),
    keepOpen: (marker) => keep(modelRequest, marker, 'unclear'),
    open: () => earlier(modelRequest),
  };
}
