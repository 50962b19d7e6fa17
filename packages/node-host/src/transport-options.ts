import type { Transport } from '@modelferry/http';
import type { ProxyOptions } from './proxy-options.ts';

/** What the transports of Node.js can be told. */
export interface NodeTransportOptions {
  /**
   * Certificate authorities to trust, in PEM, beside those that Node.js brings and those of NODE_EXTRA_CA_CERTS. They
   * hold on every path, through proxies too.
   */
  readonly ca?: string;
  /** Through which proxies requests go; `proxyFromEnvironment` reads them from variables. @default none */
  readonly proxy?: ProxyOptions;
}

/** A transport that keeps connections open between requests. */
export interface NodeTransport extends Transport {
  /** Closes every connection, also those in use. Idle ones do not hold the process, so this is rarely needed. */
  close(): Promise<void>;
}

/** How long an idle connection is kept, in milliseconds; a server's own hint may shorten it. */
export const keepAliveMs = 60_000;
