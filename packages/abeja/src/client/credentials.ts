import { basic, bearer, type Secrets } from '@modelferry/auth';
import { InputError, type Authorizer } from '@modelferry/http';

/**
 * Who calls: exactly one of three kinds. Nothing is taken from the environment. Source: docs/vendors/abeja.md, section 2.
 *
 * - a user: `userId` and `personalAccessToken`, good for everything
 * - a data source: `datasourceId` and `datasourceSecret`, good for uploads to the channels it is tied to
 * - the platform's own token (`bearerToken`), inside jobs and services
 */
export interface AbejaCredentials {
  /** With or without the prefix `user-`. */
  readonly userId?: string;
  readonly personalAccessToken?: string;
  /** With or without the prefix `datasource-`. */
  readonly datasourceId?: string;
  readonly datasourceSecret?: string;
  readonly bearerToken?: string;
}

/**
 * Signs with the one kind of credential that is given.
 * @throws InputError when there is none, more than one kind, or half of one
 */
export function authorizerOf(given: AbejaCredentials, secrets: Secrets): Authorizer {
  const user = pairOf(given, 'userId', 'personalAccessToken');
  const datasource = pairOf(given, 'datasourceId', 'datasourceSecret');
  const bearerToken = given.bearerToken?.trim() || undefined;
  const kinds = [user, datasource, bearerToken].filter((one) => one !== undefined).length;
  if (kinds !== 1) throw kinds === 0 ? refuse('must not be empty') : refuse('must be of one kind only');
  if (user) return basic(withPrefix('user-', user.id), user.secret, secrets);
  if (datasource) return basic(withPrefix('datasource-', datasource.id), datasource.secret, secrets);
  return bearer(bearerToken ?? '', secrets);
}

const refuse = (problem: string): InputError =>
  new InputError([
    {
      field: 'credentials',
      problem,
      remedy:
        'Give a user ID with its personal access token, or a data source ID with its secret, or a bearer token.',
    },
  ]);

/** Both halves; undefined where neither is there. @throws InputError for one half alone */
function pairOf(
  given: AbejaCredentials,
  idField: 'userId' | 'datasourceId',
  secretField: 'personalAccessToken' | 'datasourceSecret',
): { readonly id: string; readonly secret: string } | undefined {
  const id = given[idField]?.trim() ?? '';
  const secret = given[secretField]?.trim() ?? '';
  if (id === '' && secret === '') return undefined;
  const missing = id === '' ? idField : secret === '' ? secretField : undefined;
  if (missing !== undefined) throw new InputError([{ field: missing, problem: 'must not be empty' }]);
  return { id, secret };
}

const withPrefix = (prefix: string, id: string): string => (id.startsWith(prefix) ? id : `${prefix}${id}`);
