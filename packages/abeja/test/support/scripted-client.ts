import { createSecrets } from '@modelferry/auth';
import {
  autoClock,
  scriptedTransport,
  type FakeClock,
  type ScriptedTransport,
  type ScriptStep,
} from '@modelferry/testkit';
import { createAbejaClient, type AbejaClient, type AbejaOptions } from '../../src/index.ts';

export const baseUrl = 'https://abeja.example';
export const organizationId = '1200123565071';
export const token = 'pat-0123456789abcdef';
/** What the user `1122334455667` with that token signs with. */
export const signature = `Basic ${btoa(`user-1122334455667:${token}`)}`;

/** A client over a transport that answers as planned. */
export interface ScriptedClient {
  readonly client: AbejaClient;
  readonly transport: ScriptedTransport;
  readonly clock: FakeClock;
  readonly abort: AbortController;
}

export function scriptedClient(
  steps: readonly ScriptStep[],
  options: Partial<AbejaOptions> = {},
): ScriptedClient {
  const clock = autoClock();
  const transport = scriptedTransport(steps);
  const client = createAbejaClient({
    transport,
    baseUrl,
    organizationId,
    credentials: { userId: '1122334455667', personalAccessToken: token },
    clock,
    secrets: createSecrets(),
    random: () => 1,
    ...options,
  });
  return { client, transport, clock, abort: new AbortController() };
}
