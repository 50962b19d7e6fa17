import type { LookupContext } from '@modelferry/operation';
import { findNamed } from '../at-most-once/find-named.ts';
import type { AbejaClient } from '../client/client.ts';
import type { Version } from '../client/training/version.ts';

/** A version by its number, or that it is not there any more. */
export const findVersion = (
  { client, signal }: Pick<LookupContext<AbejaClient>, 'client' | 'signal'>,
  definition: string,
  number: number,
): Promise<Version | undefined> =>
  findNamed(
    () => client.getVersion(definition, number, signal),
    async () => {
      const versions = await client.getVersions(definition, { includeArchived: true }, signal);
      return versions.find(({ jobDefinitionVersion }) => jobDefinitionVersion === number);
    },
  );
