import type { INodeProperties } from 'n8n-workflow';

const shownFor = (kind: string) => ({ displayOptions: { show: { authentication: [kind] } } });

/** Who calls: a user, a data source or the platform's own token. */
export const authenticationProperties: INodeProperties[] = [
  {
    displayName: 'Authentication',
    name: 'authentication',
    type: 'options',
    options: [
      {
        name: 'User',
        value: 'user',
        description: 'A user ID and a personal access token, good for everything that the user may do',
      },
      {
        name: 'Data Source',
        value: 'datasource',
        description: 'Good for uploads to the datalake channels that it is tied to',
      },
      {
        name: 'Token',
        value: 'token',
        description: 'A bearer token of the platform, as jobs and services have one',
      },
    ],
    default: 'user',
  },
  {
    displayName: 'User ID',
    name: 'userId',
    type: 'string',
    ...shownFor('user'),
    default: '',
    required: true,
    placeholder: 'e.g. 1128347408389',
    description: 'With or without "user-" before it',
  },
  {
    displayName: 'Personal Access Token',
    name: 'personalAccessToken',
    type: 'string',
    ...shownFor('user'),
    typeOptions: { password: true },
    default: '',
    required: true,
    description: 'The token of this user',
  },
  {
    displayName: 'Data Source ID',
    name: 'datasourceId',
    type: 'string',
    ...shownFor('datasource'),
    default: '',
    required: true,
    placeholder: 'e.g. 1234567890123',
    description: 'With or without "datasource-" before it',
  },
  {
    displayName: 'Data Source Secret',
    name: 'datasourceSecret',
    type: 'string',
    ...shownFor('datasource'),
    typeOptions: { password: true },
    default: '',
    required: true,
  },
  {
    displayName: 'Token',
    name: 'bearerToken',
    type: 'string',
    ...shownFor('token'),
    typeOptions: { password: true },
    default: '',
    required: true,
  },
];

/** Basic: the ID with the word before it that tells its kind, and the secret. */
const basic = (prefix: string, id: string, secret: string): string =>
  `"Basic " + ($credentials.${id}.trim().replace(/^(?!${prefix})/, "${prefix}") + ":" + $credentials.${secret}.trim()).base64Encode()`;

/** An expression that gives the header from a credential with {@link authenticationProperties}. */
export const authorizationExpression =
  '={{ $credentials.authentication === "token" ? "Bearer " + $credentials.bearerToken.trim() : ' +
  `$credentials.authentication === "datasource" ? ${basic('datasource-', 'datasourceId', 'datasourceSecret')} : ` +
  `${basic('user-', 'userId', 'personalAccessToken')} }}`;
