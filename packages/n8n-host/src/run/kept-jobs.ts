import type { JobRecord } from '@modelferry/operation';
import type { IExecuteFunctions } from 'n8n-workflow';

/** The part of n8n's context that outlives a try of a node: with Retry On Fail, the whole node runs again. */
export type KeepingContext = Pick<IExecuteFunctions, 'getContext' | 'getWorkflowDataProxy'>;

/** The job records of one item, kept from try to try. */
export interface KeptJobs {
  put(record: JobRecord): void;
  find(kind: string, fingerprint: string): JobRecord | undefined;
}

interface Kept {
  /** A node in a loop runs many times in one execution; a later turn is another request, not another try. */
  readonly runIndex: number;
  readonly records: Record<string, JobRecord>;
}

const slot = 'modelferryJobs';

export function keptJobs(context: KeepingContext, itemIndex: number): KeptJobs {
  const store = context.getContext('node') as Record<string, unknown>;
  const runIndex = Number(context.getWorkflowDataProxy(itemIndex)['$runIndex'] ?? 0);
  const records = (): Kept['records'] => {
    const kept = store[slot] as Kept | undefined;
    if (kept?.runIndex === runIndex) return kept.records;
    const fresh: Kept = { runIndex, records: {} };
    store[slot] = fresh;
    return fresh.records;
  };
  const nameOf = (kind: string, fingerprint: string) => `${itemIndex}:${kind}:${fingerprint}`;
  return {
    put: (record) => {
      records()[nameOf(record.kind, record.fingerprint)] = { ...record };
    },
    find: (kind, fingerprint) => records()[nameOf(kind, fingerprint)],
  };
}
