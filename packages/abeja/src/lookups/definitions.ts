import type { Lookup } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { allDefinitions } from '../client/lists.ts';
import { described, firstChoices } from './first-choices.ts';

/** Job definitions, as far as they are not archived. What is chosen is the name, which the platform looks for first (Q22). */
export const definitions: Lookup<AbejaClient> = ({ client, signal }, request) =>
  firstChoices(
    allDefinitions(client, {}, signal),
    request,
    ({ jobDefinitionId, name, versionCount, createdAt }) => ({
      value: name ?? jobDefinitionId,
      title: name ?? jobDefinitionId,
      description: described(versionCount === undefined ? undefined : `${versionCount} versions`, createdAt),
    }),
  );
