import { TransportError } from '@modelferry/http';
import { isExempt } from './no-proxy.ts';
import type { ProxyOptions } from './proxy-options.ts';

/** Whom a connection is made to. */
export interface Endpoint {
  /** As the system looks it up: an IPv6 address stands without its brackets. */
  readonly hostname: string;
  readonly port: number;
  readonly isSecure: boolean;
  /** As a person reads it, and as a proxy is told it: never with a name or a password. */
  readonly host: string;
}

/** A proxy, ready to be asked. */
export interface Proxy extends Endpoint {
  /** What the header Proxy-Authorization says. Secret. */
  readonly authorization?: string;
}

/** The way to an origin: directly, through a tunnel, or over a proxy that reads requests and forwards them. */
export interface Route {
  readonly target: Endpoint;
  readonly proxy?: Proxy;
  readonly kind: 'direct' | 'tunnel' | 'forward';
}

/**
 * Requests in the clear are forwarded, since many proxies give no tunnel to any port but 443; all others go through a
 * tunnel.
 * @throws TransportError `fatal` when the proxy's address is none
 */
export function routeTo(origin: string, proxies: ProxyOptions | undefined): Route {
  const target = endpointOf(new URL(origin));
  const address = target.isSecure ? proxies?.https : proxies?.http;
  if (address === undefined || isExempt(target.hostname, target.port, proxies?.except ?? '')) {
    return { target, kind: 'direct' };
  }
  return { target, proxy: readProxy(address), kind: target.isSecure ? 'tunnel' : 'forward' };
}

function endpointOf({ protocol, hostname, port }: URL): Endpoint {
  const isSecure = protocol === 'https:';
  const meant = port === '' ? (isSecure ? 443 : 80) : Number(port);
  return { isSecure, port: meant, host: `${hostname}:${meant}`, hostname: hostname.replace(/^\[|\]$/g, '') };
}

function readProxy(address: string): Proxy {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `http://${address}`);
  if (!url?.hostname) throw unusable('the address of the proxy is no URL');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw unusable(
      `the proxy at ${url.host} is one for ${url.protocol.slice(0, -1)}, which is not known here`,
    );
  }
  const { username, password } = url;
  if (username === '' && password === '') return endpointOf(url);
  const credentials = Buffer.from(`${decoded(username)}:${decoded(password)}`);
  return { ...endpointOf(url), authorization: `Basic ${credentials.toString('base64')}` };
}

/** A percent sign that begins no escape stands for itself, and so do escapes that are no UTF-8. */
const decoded = (text: string): string =>
  text.replaceAll(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });

const unusable = (what: string): TransportError =>
  new TransportError({
    kind: 'fatal',
    message: `${what}.`,
    remedy: 'Write it as http://host:port into HTTP_PROXY or HTTPS_PROXY, or take it out of there.',
    bodyTaken: 'none',
  });
