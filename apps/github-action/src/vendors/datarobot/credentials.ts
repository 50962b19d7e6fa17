import type { Credential } from '../vendor.ts';

/** One token for everything, and where the platform is; prediction servers may want a key of their own. */
export const dataRobotCredentials: readonly Credential[] = [
  {
    name: 'api-token',
    called: 'API key',
    description: 'API key of the DataRobot account. Pass it from secrets.',
    secret: true,
    required: true,
  },
  {
    name: 'endpoint',
    isUrl: true,
    description: 'Root of the API, with or without /api/v2.',
    example: 'https://app.eu.datarobot.com/api/v2',
    secret: false,
    required: false,
    default: 'https://app.datarobot.com/api/v2',
  },
  {
    name: 'datarobot-key',
    called: 'DataRobot key',
    description:
      'Key of the dedicated prediction server, where it is another one than the deployment names. Pass it from secrets.',
    secret: true,
    required: false,
    steps: ['predict', 'replace-model'],
  },
  {
    name: 'portable-token',
    called: 'portable token',
    description:
      'Key of a portable prediction server that wants one; it never gets the API key. Pass it from secrets.',
    secret: true,
    required: false,
    steps: ['predict'],
  },
];
