import { rootCertificates } from 'node:tls';
import type { Transport } from '@modelferry/http';

/** What the transports of Node.js can be told. */
export interface NodeTransportOptions {
  /** Certificate authorities to trust beside those that Node.js brings, in PEM. */
  readonly ca?: string;
}

/** A transport that keeps connections open between requests. */
export interface NodeTransport extends Transport {
  /** Closes every connection, also those in use. Idle ones do not hold the process, so this is rarely needed. */
  close(): Promise<void>;
}

/** Most connections to one origin at a time: in a burst, uncapped ones stall the event loop for seconds. */
export const socketsPerOrigin = 8;
/** How long an idle connection is kept, in milliseconds; a server's own hint may shorten it. */
export const keepAliveMs = 60_000;
/** When a connection attempt is given up, in milliseconds, should nobody have given it up before. */
export const connectTimeoutMs = 60_000;

export const trusted = (ca: string | undefined): string[] | undefined =>
  ca === undefined ? undefined : [...rootCertificates, ca];
