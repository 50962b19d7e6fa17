import type { Version } from '../client/training/version.ts';

/** The highest number among the versions that are not archived: what the vendor's own tools call the latest. */
export const latestOf = (versions: readonly Version[]): Version | undefined =>
  versions
    .filter(({ archived }) => archived !== true)
    .reduce<Version | undefined>(
      (latest, one) => (latest && latest.jobDefinitionVersion > one.jobDefinitionVersion ? latest : one),
      undefined,
    );
