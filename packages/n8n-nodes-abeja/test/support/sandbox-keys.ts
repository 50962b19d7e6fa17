import type { Secrets } from '@modelferry/n8n-testkit/run';
import type { SandboxDescription } from '@modelferry/sandbox';

type Known = SandboxDescription['abeja'];

/** A credential as a user makes it, for the sandbox. */
export const userKey = (
  { baseUrl, serviceBaseUrl, organization, user }: Known,
  more: object = {},
): Secrets => ({
  abejaApi: {
    organizationId: organization.id,
    authentication: 'user',
    ...{ userId: user.id, personalAccessToken: user.token },
    ...{ baseUrl, serviceBaseUrl },
    ...more,
  },
});

/** Everything that must never be seen. */
export const allSecrets = ({ user, regularUser, bearerToken, datasource }: Known): readonly string[] => [
  ...[user, regularUser].flatMap(({ id, token }) => [token, btoa(`user-${id}:${token}`)]),
  bearerToken,
  ...[datasource.secret, btoa(`datasource-${datasource.id}:${datasource.secret}`)],
];
