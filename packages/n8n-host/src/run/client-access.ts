import { createSecrets } from '@modelferry/auth';
import type { FunctionsBase } from 'n8n-workflow';
import { n8nClock } from '../n8n-clock.ts';
import { createReadables, type Readables } from '../streams/readables.ts';
import type { SendingContext } from '../transport/helper-call.ts';
import { n8nTransport } from '../transport/n8n-transport.ts';
import type { ClientAccess } from './node-host.ts';

/** What both kinds of n8n's contexts have: those of executions, and those that fill drop-downs. */
export type AccessContext = SendingContext & Pick<FunctionsBase, 'getCredentials' | 'getNode' | 'logger'>;

export const readablesOf = ({ helpers }: SendingContext): Readables =>
  createReadables((request) => helpers.httpRequest(request));

/** The ways out of n8n, for one run. */
export function clientAccess(
  context: AccessContext,
  readables: Readables,
  warn: (message: string) => void,
  secrets = createSecrets(),
): ClientAccess {
  return {
    transport: n8nTransport({ context, readables }),
    signedBy: (credentialType) => n8nTransport({ context, readables, credentialType }),
    credential: async (credentialType) =>
      context.getNode().credentials?.[credentialType] === undefined
        ? undefined
        : context.getCredentials(credentialType).catch(hidden),
    clock: n8nClock,
    secrets,
    warn,
  };
}

/** n8n keeps credentials on a node whose form no longer shows them, and refuses to give them out in these words. */
function hidden(error: unknown): undefined {
  if (error instanceof Error && error.message === 'Credentials not found') return undefined;
  throw error;
}
