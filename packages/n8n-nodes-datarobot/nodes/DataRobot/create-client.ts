import { createDataRobotClient, type DataRobotClient } from '@modelferry/datarobot';
import { EngineError, TransportError, type Transport } from '@modelferry/http';
import type { ClientAccess } from '@modelferry/n8n-host';
import { endpoints } from '../../credentials/shared/endpoint.ts';
import { credentialTypes } from './credential-types.ts';
import { portableTransport } from './portable-transport.ts';
import { textOf } from './text-of.ts';
import { userAgent } from './user-agent.ts';

/** Makes the client. n8n signs: the engine never puts the API key or a portable server's token into a request itself. */
export async function createClient(access: ClientAccess): Promise<DataRobotClient> {
  const { clock, secrets, warn } = access;
  const [platform, plainTransport] = await Promise.all([
    access.credential(credentialTypes.platform),
    portableTransport(access),
  ]);
  const dataRobotKey = textOf(platform?.['predictionServerSecret']);
  secrets.add(textOf(platform?.['apiToken']));
  return createDataRobotClient({
    transport: platform ? access.signedBy(credentialTypes.platform) : withoutKey,
    plainTransport,
    ...(dataRobotKey === '' ? {} : { dataRobotKey }),
    endpoint: endpointOf(platform?.['endpoint'], textOf(platform?.['endpointUrl'])),
    userAgent,
    clock,
    secrets,
    warn,
  });
}

/** With a portable server alone, n8n asks for no API key, and nothing needs one but the lists in the editor. */
const withoutKey: Transport = {
  async send() {
    throw new TransportError({
      kind: 'fatal',
      message: 'with a portable server, the node has no API key.',
      remedy: 'Give the deployment by its ID, or none where the server has one model.',
      bodyTaken: 'none',
    });
  },
};

function endpointOf(chosen: unknown, url: string): string {
  if (chosen !== 'custom') return endpoints[chosen === 'eu' || chosen === 'jp' ? chosen : 'us'];
  if (URL.canParse(url)) return url;
  throw new EngineError({
    code: 'invalid-input',
    message: 'The endpoint URL in the credential is not a URL.',
    remedy: 'Give the address of your installation, starting with https://.',
  });
}
