import type { JobLedger } from '@modelferry/operation';
import { markLedger, type MarkLedger } from '../at-most-once/mark-ledger.ts';
import { fingerprintOf } from '../at-most-once/fingerprint.ts';
import { vendor } from '../vendor.ts';
import type { WantedVersion } from './wanted-version.ts';

/** The kind of a version in the ledger: a note, for nothing goes on in it. */
const versionKind = 'training-version';
/** The kind of what was asked for and has no number yet. */
const versionRequest = 'training-version-request';

/** Remembers the version of one request, so that a later try of it never makes a second one. */
export interface VersionLedger {
  note(version: number): Promise<void>;
  /** The version of an earlier try. */
  earlier(): Promise<number | undefined>;
  /** Under which marker it was asked for. */
  readonly marks: MarkLedger;
}

/** By what is asked for; of a file, by its name and its length. */
export async function versionLedger(
  jobs: JobLedger,
  { definition, settings, origin }: WantedVersion,
): Promise<VersionLedger> {
  const from = 'source' in origin ? [origin.source.name, origin.source.length ?? null] : origin;
  const fingerprint = await fingerprintOf([definition, settings, from]);
  return {
    note: (version) =>
      jobs.keep({
        vendor,
        kind: versionKind,
        id: `${definition}/${version}`,
        phase: 'uploaded',
        fingerprint,
        note: true,
      }),
    async earlier() {
      const record = await jobs.earlier(versionKind, fingerprint);
      return record && Number(record.id.split('/').at(-1));
    },
    marks: await markLedger(jobs, versionRequest, fingerprint),
  };
}
