import { randomBytes } from 'node:crypto';
import type { Login } from './n8n-rest.ts';

/** A login of this start alone. n8n asks for eight characters with a digit and a capital. */
export function newLogin(): Login {
  return { email: 'owner@modelferry.example', password: `Ferry-${randomBytes(6).toString('hex')}-1` };
}
