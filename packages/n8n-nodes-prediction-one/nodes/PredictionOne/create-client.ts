import { EngineError } from '@modelferry/http';
import type { ClientAccess } from '@modelferry/n8n-host';
import {
  createPredictionOneClient,
  type GivenKeys,
  type PredictionOneClient,
  type Region,
} from '@modelferry/prediction-one';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { credentialTypes } from './keys.ts';
import { withUserAgent } from './user-agent.ts';

/** What a credential says of the management host. */
interface Host {
  readonly region?: Region;
  readonly managementUrl?: string;
}

/** Makes the client of the keys that the user has chosen. n8n signs: the engine never puts a key into a request itself. */
export async function createClient(access: ClientAccess): Promise<PredictionOneClient> {
  const { transport, clock, secrets, warn } = access;
  const [management, retrain, prediction] = await Promise.all([
    access.credential(credentialTypes.management),
    access.credential(credentialTypes.retrain),
    access.credential(credentialTypes.prediction),
  ]);
  for (const credential of [management, retrain, prediction]) secrets.add(textOf(credential?.['apiKey']));

  const signed = (type: string) => ({ transport: withUserAgent(access.signedBy(type)) });
  const keys: GivenKeys = {
    ...(management ? { [keyTypeOf(management)]: signed(credentialTypes.management) } : {}),
    ...(retrain ? { retrain: signed(credentialTypes.retrain) } : {}),
    ...(prediction ? { prediction: signed(credentialTypes.prediction) } : {}),
  };
  return createPredictionOneClient({
    transport: withUserAgent(transport),
    keys,
    ...hostOf(management, retrain),
    clock,
    secrets,
    warn,
  });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const keyTypeOf = ({ keyType }: ICredentialDataDecryptedObject): 'secret' | 'train' | 'deploy' =>
  keyType === 'train' || keyType === 'deploy' ? keyType : 'secret';

function hostOf(...credentials: readonly (ICredentialDataDecryptedObject | undefined)[]): Host {
  const [first, second] = credentials.flatMap((one) => (one ? [oneHost(one)] : []));
  if (first && second && (first.region !== second.region || first.managementUrl !== second.managementUrl)) {
    throw new EngineError({
      code: 'invalid-input',
      message: 'The two credentials of this node belong to different regions.',
      remedy: 'Set the same region in both: keys of one region are unknown in the other.',
    });
  }
  return first ?? {};
}

function oneHost({ region, baseUrl }: ICredentialDataDecryptedObject): Host {
  if (region !== 'custom') return { region: region === 'international' ? region : 'japan' };
  const managementUrl = textOf(baseUrl);
  if (URL.canParse(managementUrl)) return { managementUrl };
  throw new EngineError({
    code: 'invalid-input',
    message: 'The base URL in the credential is not a URL.',
    remedy: 'Give the address of the management API, starting with https://.',
  });
}
