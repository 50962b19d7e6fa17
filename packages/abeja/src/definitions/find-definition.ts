import type { LookupContext } from '@modelferry/operation';
import { findNamed } from '../at-most-once/find-named.ts';
import type { AbejaClient } from '../client/client.ts';
import type { Definition } from '../client/training/definitions.ts';
import { allDefinitions } from '../client/lists.ts';

/** A job definition by its name or ID, or that there is none. */
export const findDefinition = (
  { client, signal }: Pick<LookupContext<AbejaClient>, 'client' | 'signal'>,
  named: string,
): Promise<Definition | undefined> =>
  findNamed(
    () => client.getDefinition(named, {}, signal),
    async () => {
      for await (const definition of allDefinitions(client, { includeArchived: true }, signal)) {
        if (definition.name === named || definition.jobDefinitionId === named) return definition;
      }
      return undefined;
    },
  );
