import type { JobLedger } from '@modelferry/operation';
import { publication } from '../jobs/classifier-job.ts';
import { vendor } from '../vendor.ts';

/**
 * How far the making of a prediction API has come.
 *
 * - `creating`: it was asked for, and may have been made
 * - `refused`: the vendor clearly did not make it
 * - `created`: there it is
 */
export type PublishingPhase = 'creating' | 'refused' | 'created';

/** What an earlier try has, or may have, made. */
export type EarlierPublishing =
  | { readonly phase: 'created'; readonly classifierId: string }
  /** @property before the prediction APIs of the model that were there before it was asked for */
  | { readonly phase: 'creating'; readonly before: readonly string[] };

/** Remembers the prediction API of one request, so that a later try of it makes no second one. */
export interface PublishingLedger {
  creating(before: readonly string[]): Promise<void>;
  refused(): Promise<void>;
  created(classifierId: string): Promise<void>;
  earlier(): Promise<EarlierPublishing | undefined>;
}

/** A place in the ledger needs an ID before there is one: `model 20403`, or `model 20403 beside c-1 c-2`. */
const placeOf = (modelId: string, before: readonly string[]): string =>
  [`model ${modelId}`, ...(before.length > 0 ? ['beside', ...before] : [])].join(' ');

const beforeIn = (place: string): readonly string[] => place.split(' beside ')[1]?.split(' ') ?? [];

export function publishingLedger(jobs: JobLedger, modelId: string, fingerprint: string): PublishingLedger {
  const keep = (id: string, phase: PublishingPhase) =>
    jobs.keep({ vendor, kind: publication, id, phase, fingerprint, note: phase !== 'created' });
  return {
    creating: (before) => keep(placeOf(modelId, before), 'creating'),
    refused: () => keep(placeOf(modelId, []), 'refused'),
    created: (classifierId) => keep(classifierId, 'created'),
    async earlier() {
      const record = await jobs.earlier(publication, fingerprint);
      if (record?.phase === 'created') return { phase: 'created', classifierId: record.id };
      return record?.phase === 'creating' ? { phase: 'creating', before: beforeIn(record.id) } : undefined;
    },
  };
}
