import { STATUS_CODES } from 'node:http';
import { TransportError } from '@modelferry/http';
import { networkError } from './network-error.ts';
import type { Endpoint, Proxy, Route } from './route.ts';

/** The error for a proxy that cannot be reached or spoken to. It names the proxy as it is, without its credentials. */
export function proxyFailure(error: unknown, proxy: Proxy, target: Endpoint): TransportError {
  const { kind, message, cause } = networkError(error, `http://${proxy.host}`, 'none');
  return new TransportError({
    ...{ kind, cause, bodyTaken: 'none' },
    message: `the proxy ${proxy.host} does not lead to ${target.host}: ${message}`,
    remedy:
      'Check HTTP_PROXY and HTTPS_PROXY; what is to be asked directly belongs into NO_PROXY. Then try again.',
  });
}

/** @throws TransportError when a status is not the target's, but that of a proxy which was to forward the request */
export function refuseProxyAnswer(status: number | undefined, { kind, proxy, target }: Route): void {
  if (kind === 'forward' && proxy && status === 407) throw proxyRefusal(status, proxy, target);
}

/** The error for a proxy that answers for itself, and not with what the target said. */
export function proxyRefusal(status: number, proxy: Proxy, target: Endpoint): TransportError {
  const said = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  if (status === 407) {
    const wants = proxy.authorization
      ? 'does not accept the name and password it was given'
      : 'asks for a name and a password';
    return new TransportError({
      ...{ kind: 'fatal', bodyTaken: 'none' },
      message: `the proxy ${proxy.host} ${wants} (${said}).`,
      remedy:
        'Put them into the address of the proxy, as http://name:password@host:port, with special characters percent-encoded.',
    });
  }
  return new TransportError({
    // What it could not reach, it may reach later; what it does not allow, it will not
    ...{ kind: status >= 500 ? 'network' : 'fatal', bodyTaken: 'none' },
    message: `the proxy ${proxy.host} gave no way to ${target.host} (${said}).`,
    remedy: `Ask whoever runs the proxy to allow ${target.host}, or name it in NO_PROXY to ask it directly.`,
  });
}
