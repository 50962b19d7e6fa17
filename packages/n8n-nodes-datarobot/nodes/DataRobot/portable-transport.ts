import type { Transport } from '@modelferry/http';
import type { ClientAccess } from '@modelferry/n8n-host';
import { credentialTypes } from './credential-types.ts';
import { textOf } from './text-of.ts';

/**
 * What sends to portable prediction servers: unsigned, but to the one whose token the node has. The API key goes to none of
 * them, and that token to no other one.
 */
export async function portableTransport(access: ClientAccess): Promise<Transport> {
  const { transport: unsigned, secrets } = access;
  const credential = await access.credential(credentialTypes.portable);
  if (credential === undefined) return unsigned;
  secrets.add(textOf(credential['serverToken']));
  const signed = access.signedBy(credentialTypes.portable);
  const origin = originOf(textOf(credential['serverUrl']));
  return {
    send: (request) =>
      (origin !== undefined && originOf(request.url) === origin ? signed : unsigned).send(request),
  };
}

const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);
