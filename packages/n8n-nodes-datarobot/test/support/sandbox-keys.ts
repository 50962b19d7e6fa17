import type { Secrets } from '@modelferry/n8n-testkit/run';
import type { SandboxDescription } from '@modelferry/sandbox';

type Known = SandboxDescription['dataRobot'];

/** Credentials as a user makes them, for the sandbox. */
export const apiKey = ({ endpoint: endpointUrl, apiToken }: Known, more: object = {}): Secrets => ({
  dataRobotApi: { endpoint: 'custom', endpointUrl, apiToken, authScheme: 'Bearer', ...more },
});

export const portableToken = ({
  portableServer: { url: serverUrl, token: serverToken },
}: Known): Secrets => ({
  dataRobotPortableServerApi: { serverUrl, serverToken },
});

/** Everything that must never be seen. */
export const allSecrets = ({ apiToken, predictionServer, portableServer }: Known): readonly string[] => [
  apiToken,
  predictionServer.key,
  portableServer.token,
];
