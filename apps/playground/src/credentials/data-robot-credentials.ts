import type { DataRobotDescription } from '@modelferry/sandbox';
import type { Credential } from './credential.ts';

/** What opens DataRobot in the sandbox, and its portable prediction server. */
export const dataRobotCredentials = ({
  endpoint,
  apiToken,
  portableServer,
}: DataRobotDescription): readonly Credential[] => [
  {
    type: 'dataRobotApi',
    name: 'DataRobot',
    data: { endpoint: 'custom', endpointUrl: endpoint, apiToken, authScheme: 'Bearer' },
  },
  {
    type: 'dataRobotPortableServerApi',
    name: 'DataRobot Portable Server',
    data: { serverUrl: portableServer.url, serverToken: portableServer.token },
  },
];
