import { InputError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import { findNamed } from '../at-most-once/find-named.ts';
import type { AbejaClient } from '../client/client.ts';
import type { Endpoint } from '../client/serving/endpoints.ts';

/** Names an endpoint. */
export interface EndpointRef {
  readonly deploymentId: string;
  /** Its alias, or its ID. */
  readonly endpoint: string;
}

/** What an endpoint points to. @throws InputError where there is none of this name */
export async function readEndpoint(
  { client, signal }: Pick<RunContext<AbejaClient>, 'client' | 'signal'>,
  { deploymentId, endpoint }: EndpointRef,
): Promise<Endpoint> {
  const list = async () => (await client.getEndpoints(deploymentId, signal)).entries;
  const found = await findNamed(
    () => client.getEndpoint(deploymentId, endpoint, signal),
    async () =>
      (await list()).find(
        ({ customAlias, endpointId }) => endpoint === customAlias || endpoint === endpointId,
      ),
  );
  if (found) return found;
  const names = (await list()).map(({ customAlias, endpointId }) => customAlias ?? endpointId);
  throw new InputError([
    {
      field: 'endpoint',
      problem: `is not there: deployment ${deploymentId} has ${names.length > 0 ? names.join(', ') : 'no endpoint'}`,
      remedy: 'Name one that is there, or create it on the platform first.',
    },
  ]);
}
