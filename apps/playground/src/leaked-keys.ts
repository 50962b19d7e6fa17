import { readFileSync } from 'node:fs';
import type { SandboxDescription } from '@modelferry/sandbox';
import type { Execution } from './n8n/execution.ts';
import type { Scene } from './scene.ts';

/** Tells in a sentence where a key has gone that it must not go; undefined when all is well. */
export function leakedKeys(
  { sandbox, server }: Pick<Scene, 'sandbox' | 'server'>,
  execution: Pick<Execution, 'text'>,
): string | undefined {
  const { credentialLeaks } = sandbox.state();
  if (credentialLeaks > 0) return `a key was sent where it does not belong, ${credentialLeaks} times`;
  const keys = keysOf(sandbox.describe());
  const log = readFileSync(server.logFile, 'utf8');
  if (keys.some((key) => log.includes(key))) return "a key stands in n8n's log";
  if (keys.some((key) => execution.text.includes(key)))
    return 'a key stands in what n8n keeps of the execution';
  return undefined;
}

/** Every key that the examples use. */
function keysOf({ predictionOne: { japan }, dataRobot, abeja }: SandboxDescription): readonly string[] {
  const models = japan.published.flatMap(({ retrainKey, predictionKey }) => [retrainKey, predictionKey]);
  const { apiToken, predictionServer, portableServer } = dataRobot;
  const { user, regularUser, bearerToken, datasource } = abeja;
  const pairs = [user, regularUser].flatMap(({ id, token }) => [token, btoa(`user-${id}:${token}`)]);
  return [
    ...Object.values(japan.credentials),
    ...models,
    ...[apiToken, predictionServer.key, portableServer.token],
    ...[...pairs, bearerToken, datasource.secret],
  ];
}
