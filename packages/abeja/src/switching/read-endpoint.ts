import { InputError, isApiError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { Endpoint } from '../client/endpoints.ts';

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
  try {
    return await client.getEndpoint(deploymentId, endpoint, signal);
  } catch (error) {
    if (!isApiError(error) || error.code !== 'not-found') throw error;
    const there = await client.getEndpoints(deploymentId, signal);
    const names = there.entries.map(({ customAlias, endpointId }) => customAlias ?? endpointId);
    throw new InputError([
      {
        field: 'endpoint',
        problem: `is not there: deployment ${deploymentId} has ${names.length > 0 ? names.join(', ') : 'no endpoint'}`,
        remedy: 'Name one that is there, or create it on the platform first.',
      },
    ]);
  }
}
