import type { JobLedger } from '@modelferry/operation';
import { fingerprintOf } from '../training/fingerprint.ts';
import { vendor } from '../vendor.ts';
import type { WantedVersion } from './create-version.ts';

const versionKind = 'training-version';
/** The kind of what was asked for and has no number yet. */
const versionRequest = 'training-version-request';

/** Remembers the version of one request, so that a later try of it never makes a second one. */
export interface VersionLedger {
  keep(version: number): Promise<void>;
  /** The version of an earlier try. */
  earlier(): Promise<number | undefined>;
  /** No clear answer came to the call that would have made what has this marker. */
  keepOpen(marker: string): Promise<void>;
  /** The marker of an earlier try which never heard what became of it. */
  open(): Promise<string | undefined>;
}

/** By what is asked for; of a file, by its name and its length. */
export async function versionLedger(
  jobs: JobLedger,
  { definition, settings, origin }: WantedVersion,
): Promise<VersionLedger> {
  const from = 'source' in origin ? [origin.source.name, origin.source.length ?? null] : origin;
  const fingerprint = await fingerprintOf([definition, settings, from]);
  const note = (kind: string, id: string, phase: string): Promise<void> =>
    jobs.keep({ vendor, kind, id, phase, fingerprint });
  return {
    keep: (version) => note(versionKind, `${definition}/${version}`, 'uploaded'),
    async earlier() {
      const record = await jobs.earlier(versionKind, fingerprint);
      return record && Number(record.id.split('/').at(-1));
    },
    keepOpen: (marker) => note(versionRequest, marker, 'issued'),
    open: async () => (await jobs.earlier(versionRequest, fingerprint))?.id,
  };
}
