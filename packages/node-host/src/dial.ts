import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { isTransportError } from '@modelferry/http';
import { proxyFailure, proxyRefusal } from './proxy-error.ts';
import type { Endpoint, Proxy, Route } from './route.ts';

/** When a connection attempt is given up, in milliseconds, should nobody have given it up before. */
const patienceMs = 60_000;

/** Makes connections. There is one for all paths, so that proxies and certificates hold on each of them. */
export type Dial = (route: Route, signal: AbortSignal) => Promise<Socket>;

/** @param ca certificate authorities to trust, in PEM, beside those that Node.js was started with */
export function dialer(ca: string | undefined): Dial {
  const sessions = new Map<string, Buffer>();
  let trust: SecureContext | undefined;

  async function encrypt(socket: Socket, { hostname, host }: Endpoint, signal: AbortSignal): Promise<Socket> {
    // Hundreds of certificates are read once, and not for each connection
    trust ??= createSecureContext({
      ca: ca === undefined ? undefined : [...getCACertificates('default'), ca],
    });
    const secure = connectTls({
      ...{ socket, host: hostname, servername: isIP(hostname) ? '' : hostname },
      ...{ secureContext: trust, ALPNProtocols: ['http/1.1'], session: sessions.get(host) },
    });
    secure.on('session', (session) => sessions.set(host, session));
    try {
      return await opened(secure, 'secureConnect', signal);
    } catch (error) {
      sessions.delete(host);
      throw error;
    }
  }

  async function reachProxy(proxy: Proxy, { target, kind }: Route, signal: AbortSignal): Promise<Socket> {
    try {
      let socket = await reach(proxy, signal);
      if (proxy.isSecure) socket = await encrypt(socket, proxy, signal);
      return kind === 'tunnel' ? await tunnel(socket, proxy, target, signal) : socket;
    } catch (error) {
      throw signal.aborted || isTransportError(error) ? error : proxyFailure(error, proxy, target);
    }
  }

  return async (route, stopped) => {
    const { target, proxy } = route;
    const late = AbortSignal.timeout(patienceMs);
    const signal = AbortSignal.any([stopped, late]);
    try {
      const socket = proxy ? await reachProxy(proxy, route, signal) : await reach(target, signal);
      return target.isSecure ? await encrypt(socket, target, signal) : socket;
    } catch (error) {
      if (stopped.aborted) throw stopped.reason;
      throw late.aborted
        ? Object.assign(new Error('too late'), { code: 'ETIMEDOUT', syscall: 'connect' })
        : error;
    }
  };
}

const reach = ({ hostname, port }: Endpoint, signal: AbortSignal): Promise<Socket> =>
  opened(
    connect({ host: hostname, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: patienceMs }),
    'connect',
    signal,
  );

async function opened(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  signal: AbortSignal,
): Promise<Socket> {
  try {
    await once(socket, event, { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/** Asks a proxy to pass on, unread, whatever is written from now on. */
async function tunnel(socket: Socket, proxy: Proxy, target: Endpoint, signal: AbortSignal): Promise<Socket> {
  const { host } = target;
  const headers = { host, ...(proxy.authorization && { 'proxy-authorization': proxy.authorization }) };
  const asking = request({ method: 'CONNECT', path: host, headers, createConnection: () => socket });
  asking.on('error', () => undefined); // Also after an abort, when nobody listens any more
  asking.end();
  try {
    const [answer] = (await once(asking, 'connect', { signal })) as [IncomingMessage];
    const { statusCode = 0 } = answer;
    if (statusCode < 200 || statusCode > 299) throw proxyRefusal(statusCode, proxy, target);
    return socket; // What came with the answer is dropped: a target that speaks TLS does not speak first
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
