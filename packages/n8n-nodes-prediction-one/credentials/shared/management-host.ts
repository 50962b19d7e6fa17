import { basePath, regions } from '@modelferry/prediction-one';
import type { INodeProperties } from 'n8n-workflow';

/** Where an account lives. The two regions have hosts and accounts of their own. */
export const hostProperties: INodeProperties[] = [
  {
    displayName: 'Region',
    name: 'region',
    type: 'options',
    options: [
      {
        name: 'Japan',
        value: 'japan',
        description: 'Prediction One, in the Japanese cloud',
      },
      {
        name: 'International',
        value: 'international',
        description: 'Easy Predictive Analytics, in the international cloud',
      },
      {
        name: 'Custom',
        value: 'custom',
        description: 'A base URL of your own',
      },
    ],
    default: 'japan',
    description: 'Where your account was made; keys of one region are unknown in the other',
  },
  {
    displayName: 'Base URL',
    name: 'baseUrl',
    type: 'string',
    displayOptions: { show: { region: ['custom'] } },
    default: '',
    required: true,
    placeholder: 'e.g. https://developer-api.predictionone.sony.biz',
    description: 'Address of the management API, with or without "/v1/external"',
  },
];

/** An expression that gives the base URL of the management API from a credential with {@link hostProperties}. */
export const managementUrlExpression =
  `={{ ($credentials.region === "custom" ? $credentials.baseUrl : ` +
  `$credentials.region === "international" ? "${regions.international.managementUrl}" : "${regions.japan.managementUrl}")` +
  `.trim().replace(/[/]+$/, "").replace(/[/]v1[/]external$/, "") + "${basePath}" }}`;
