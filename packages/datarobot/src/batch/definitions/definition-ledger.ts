import type { JobLedger } from '@modelferry/operation';
import { vendor } from '../../vendor.ts';

/** The kind of a definition in the ledger. */
const batchDefinition = 'batch-definition';

/** Remembers the definition of one request, so that a later try of it makes no second one. */
export interface DefinitionLedger {
  /** It is asked for, and may be made; there is no ID yet. */
  issued(name: string): Promise<void>;
  /** It clearly was not made. */
  refused(name: string): Promise<void>;
  created(definitionId: string): Promise<void>;
  /** The ID of the one that an earlier try has made, or that it may have made one. */
  earlier(): Promise<string | 'issued' | undefined>;
}

export const definitionLedger = (jobs: JobLedger, fingerprint: string): DefinitionLedger => {
  const keep = (id: string, phase: 'issued' | 'refused' | 'created') =>
    jobs.keep({ vendor, kind: batchDefinition, id, phase, fingerprint, note: true }); // Nothing of it runs
  return {
    issued: (name) => keep(name, 'issued'),
    refused: (name) => keep(name, 'refused'),
    created: (definitionId) => keep(definitionId, 'created'),
    async earlier() {
      const record = await jobs.earlier(batchDefinition, fingerprint);
      if (record?.phase === 'created') return record.id;
      return record?.phase === 'issued' ? 'issued' : undefined;
    },
  };
};
