import { readFileSync } from 'node:fs';
import type { SandboxDescription } from '@modelferry/sandbox';
import type { Scene } from './scene.ts';

/** Tells in a sentence where a key has gone that it must not go; undefined when all is well. */
export function leakedKeys({ sandbox, server }: Pick<Scene, 'sandbox' | 'server'>): string | undefined {
  const { credentialLeaks } = sandbox.state();
  if (credentialLeaks > 0) return `a key was sent to the storage origin, ${credentialLeaks} times`;
  const log = readFileSync(server.logFile, 'utf8');
  return keysOf(sandbox.describe()).some((key) => log.includes(key))
    ? "a key stands in n8n's log"
    : undefined;
}

/** Every key that the examples use. */
function keysOf({ predictionOne: { japan } }: SandboxDescription): readonly string[] {
  const models = japan.published.flatMap(({ retrainKey, predictionKey }) => [retrainKey, predictionKey]);
  return [...Object.values(japan.credentials), ...models];
}
