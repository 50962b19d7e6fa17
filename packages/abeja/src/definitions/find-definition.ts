import { isApiError } from '@modelferry/http';
import type { LookupContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { Definition } from '../client/definitions.ts';
import { allDefinitions } from '../client/lists.ts';

/** A job definition by its name, or that there is none: whether one that is missing is 404 or 400 is unknown (Q5). */
export async function findDefinition(
  { client, signal }: Pick<LookupContext<AbejaClient>, 'client' | 'signal'>,
  name: string,
): Promise<Definition | undefined> {
  try {
    return await client.getDefinition(name, {}, signal);
  } catch (error) {
    if (!isApiError(error)) throw error;
    if (error.code === 'not-found') return undefined;
    if (error.status !== 400) throw error;
  }
  for await (const definition of allDefinitions(client, { includeArchived: true }, signal)) {
    if (definition.name === name) return definition;
  }
  return undefined;
}
