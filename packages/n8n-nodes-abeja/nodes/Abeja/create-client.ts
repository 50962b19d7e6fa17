import { createAbejaClient, type AbejaClient } from '@modelferry/abeja';
import type { ClientAccess } from '@modelferry/n8n-host';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { textOf } from './text-of.ts';
import { userAgent } from './user-agent.ts';

const credentialType = 'abejaApi';

/** Makes the client. n8n signs: the engine never puts the credential into a request itself. */
export async function createClient(access: ClientAccess): Promise<AbejaClient> {
  const { transport, clock, secrets } = access;
  const given = (await access.credential(credentialType)) ?? {};
  for (const secret of secretsOf(given)) secrets.add(secret);
  const baseUrl = textOf(given['baseUrl']);
  const serviceBaseUrl = textOf(given['serviceBaseUrl']);
  return createAbejaClient({
    transport: access.signedBy(credentialType),
    // Presigned URLs and the keys of local jobs must never meet the credential
    plainTransport: transport,
    credentials: 'in-transport',
    organizationId: textOf(given['organizationId']),
    ...(baseUrl === '' ? {} : { baseUrl }),
    ...(serviceBaseUrl === '' ? {} : { serviceBaseUrl }),
    userAgent,
    clock,
    secrets,
  });
}

/** Also with the IDs that stand before them in the header, where both become one text in base64. */
function secretsOf(given: ICredentialDataDecryptedObject): readonly string[] {
  const secret = textOf(given['personalAccessToken']);
  const datasourceSecret = textOf(given['datasourceSecret']);
  const pairOf = (prefix: string, id: unknown, password: string) =>
    password === ''
      ? []
      : [password, `${textOf(id).replace(new RegExp(`^(?!${prefix})`), prefix)}:${password}`];
  return [
    ...pairOf('user-', given['userId'], secret),
    ...pairOf('datasource-', given['datasourceId'], datasourceSecret),
    textOf(given['bearerToken']),
  ];
}
