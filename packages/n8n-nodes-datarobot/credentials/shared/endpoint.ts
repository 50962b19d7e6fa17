import type { INodeProperties } from 'n8n-workflow';

/** Where accounts live, by the word that the credential keeps. */
export const endpoints = {
  us: 'https://app.datarobot.com/api/v2',
  eu: 'https://app.eu.datarobot.com/api/v2',
  jp: 'https://app.jp.datarobot.com/api/v2',
} as const;

/** Where the account lives: one of the vendor's clouds, or an installation of the user's own. */
export const endpointProperties: INodeProperties[] = [
  {
    displayName: 'Endpoint',
    name: 'endpoint',
    type: 'options',
    options: [
      {
        name: 'United States',
        value: 'us',
        description: 'The managed cloud at app.datarobot.com',
      },
      {
        name: 'Europe',
        value: 'eu',
        description: 'The managed cloud at app.eu.datarobot.com',
      },
      {
        name: 'Japan',
        value: 'jp',
        description: 'The managed cloud at app.jp.datarobot.com',
      },
      {
        name: 'Custom',
        value: 'custom',
        description: 'A self-managed or single-tenant installation',
      },
    ],
    default: 'us',
    description: 'Where you sign in; keys of one cloud are unknown in the others',
  },
  {
    displayName: 'Endpoint URL',
    name: 'endpointUrl',
    type: 'string',
    displayOptions: { show: { endpoint: ['custom'] } },
    default: '',
    required: true,
    placeholder: 'e.g. https://datarobot.example.com',
    description: 'Address of the installation, with or without "/api/v2"',
  },
];

const presets = Object.entries(endpoints)
  .map(([name, url]) => `${name}: "${url}"`)
  .join(', ');

/** An expression that gives the root of the API from a credential with {@link endpointProperties}. */
export const endpointExpression =
  `={{ { ${presets} }[$credentials.endpoint] ` +
  `?? $credentials.endpointUrl.trim().replace(/[/]+$/, "").replace(/[/]api[/]v2$/i, "") + "/api/v2" }}`;
