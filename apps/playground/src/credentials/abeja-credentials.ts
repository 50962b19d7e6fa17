import type { AbejaDescription } from '@modelferry/sandbox';
import type { Credential } from './credential.ts';

/** What opens ABEJA Platform in the sandbox, as a user with a personal access token. */
export const abejaCredentials = ({
  baseUrl,
  serviceBaseUrl,
  organization,
  user,
}: AbejaDescription): readonly Credential[] => [
  {
    type: 'abejaApi',
    name: 'ABEJA Platform',
    data: {
      organizationId: organization.id,
      authentication: 'user',
      ...{ userId: user.id, personalAccessToken: user.token },
      ...{ baseUrl, serviceBaseUrl },
    },
  },
];
