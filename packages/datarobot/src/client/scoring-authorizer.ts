import { bearer, headerKey, twoHeaders, type Secrets } from '@modelferry/auth';
import type { Authorizer } from '@modelferry/http';
import type { ScoringHost } from './scoring-host.ts';

/** The keys there are. */
export interface ScoringKeys {
  readonly apiToken?: string;
  readonly portableToken?: string;
  /** @default the one that the deployment names */
  readonly dataRobotKey?: string;
  readonly secrets: Secrets;
}

/**
 * What a host that scores gets to know: a portable one only the key that is meant for it, a dedicated one its own key
 * beside the API key. The older words before the key are not used here: every one of them takes `Bearer`.
 */
export function scoringAuthorizer(
  { kind, dataRobotKey: named }: ScoringHost,
  { apiToken, portableToken, dataRobotKey = named, secrets }: ScoringKeys,
): Authorizer | undefined {
  const key = kind === 'portable' ? portableToken : apiToken;
  const signed = key === undefined ? undefined : bearer(key, secrets);
  if (kind !== 'dedicated' || !dataRobotKey) return signed;
  const second = headerKey('datarobot-key', dataRobotKey, secrets);
  return signed ? twoHeaders(signed, second) : second;
}
