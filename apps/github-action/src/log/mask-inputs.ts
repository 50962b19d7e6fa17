import type { Secrets } from '@modelferry/auth';
import { inputText, type Environment } from '../inputs/input-text.ts';
import { vendors } from '../vendors/index.ts';
import { proxySecrets } from './proxy-secrets.ts';

/** Hides every secret that the environment holds, of whichever vendor: with each of its lines, where it has some. */
export function maskInputs(secrets: Secrets, env: Environment): void {
  const names = new Set(
    vendors.flatMap(({ credentials }) => credentials.flatMap(({ name, secret }) => (secret ? [name] : []))),
  );
  for (const name of names) {
    const given = inputText(env, name) ?? '';
    for (const secret of new Set([given, ...given.split(/[\r\n]+/).map((line) => line.trim())]))
      secrets.add(secret);
  }
  for (const secret of proxySecrets(env)) secrets.add(secret);
}
