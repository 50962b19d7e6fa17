import type { Credential } from '../vendor.ts';

/** One token for everything, and where the platform is. */
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
];
