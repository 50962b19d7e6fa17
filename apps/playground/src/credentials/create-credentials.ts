import type { SandboxDescription } from '@modelferry/sandbox';
import type { N8nRest } from '../n8n/n8n-rest.ts';
import { UserError } from '../user-error.ts';
import { abejaCredentials } from './abeja-credentials.ts';
import type { Credential } from './credential.ts';
import { dataRobotCredentials } from './data-robot-credentials.ts';
import { predictionOneCredentials } from './prediction-one-credentials.ts';

/**
 * Makes the credentials that the examples name, pointing at the sandbox, and has n8n test each. Gives their ids by type.
 * @throws {UserError} when a test fails
 */
export async function createCredentials(
  rest: N8nRest,
  { predictionOne, dataRobot, abeja }: SandboxDescription,
): Promise<Readonly<Record<string, string>>> {
  const credentials = [
    ...predictionOneCredentials(predictionOne.japan),
    ...dataRobotCredentials(dataRobot),
    ...abejaCredentials(abeja),
  ];
  const ids: Record<string, string> = {};
  // One after the other: n8n mixes up tests that overlap
  for (const credential of credentials) ids[credential.type] = await create(rest, credential);
  return ids;
}

async function create(rest: N8nRest, { type, name, data }: Credential): Promise<string> {
  const id = await rest.createCredential(name, type, data);
  const { status, message } = await rest.testCredential(id);
  if (status !== 'OK')
    throw new UserError(`The credential "${name}" did not pass its own test in n8n: ${message}`);
  return id;
}
