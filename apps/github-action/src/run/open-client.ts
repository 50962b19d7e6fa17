import { nodeClock, nodeTransport, proxyFromEnvironment } from '@modelferry/node-host';
import type { Stage } from '../stage.ts';
import type { AnyVendorHost } from '../vendors/vendor.ts';

/** A vendor's client, and the connections that it keeps open. */
export interface OpenClient {
  readonly client: unknown;
  /** Ends every connection: one that hangs would keep the process alive. */
  close(): Promise<void>;
}

/** Makes a vendor's client from the keys that were given. */
export async function openClient(
  { env, secrets, log }: Stage,
  host: AnyVendorHost,
  given: Readonly<Record<string, string>>,
): Promise<OpenClient> {
  const transport = nodeTransport({ proxy: proxyFromEnvironment(env) });
  const client = await host.createClient({
    transport,
    given,
    clock: nodeClock,
    secrets,
    warn: (text) => log.warning(text),
  });
  return { client, close: () => transport.close() };
}
