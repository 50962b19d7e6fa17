import { codeOf, isConnecting, messageOf } from './error-facts.ts';
import { isEngineError, isTransportError, TransportError, type BodyTaken } from '@modelferry/http';

type Kind = TransportError['kind'];

interface Reason {
  readonly kind: Kind;
  /** Completes "the server at HOST ..." or stands alone when it starts with a colon. */
  readonly what: (host: string) => string;
  readonly remedy?: string;
  /** Whether it happens before the request leaves. */
  readonly unsent?: true;
}

const nameUnknown: Reason = {
  kind: 'network',
  what: (host) => `the name ${host} could not be found.`,
  remedy: 'Check the spelling of the base URL and the connection, then try again.',
  unsent: true,
};
const unreachable: Reason = {
  kind: 'network',
  what: (host) => `the server at ${host} cannot be reached from here.`,
  remedy: 'Check the connection, the firewall and the proxy, then try again.',
  unsent: true,
};
const connectTimeout: Reason = {
  kind: 'timeout',
  what: (host) => `the server at ${host} did not take the connection in time.`,
  remedy: 'Check the address, the port and the firewall, then try again.',
  unsent: true,
};
const lost: Reason = {
  kind: 'network',
  what: (host) => `the connection to ${host} was lost.`,
  remedy: 'Check the connection, then try again.',
};
const closed: Reason = {
  kind: 'network',
  what: (host) => `the server at ${host} closed the connection before its answer was whole.`,
};
const certificate: Reason = {
  kind: 'fatal',
  what: (host) => `the certificate of ${host} is not trusted here.`,
  remedy: 'If it is your own, give its authority to Node.js in the variable NODE_EXTRA_CA_CERTS.',
  unsent: true,
};
const notHttp: Reason = {
  kind: 'fatal',
  what: (host) => `what ${host} answered is not HTTP.`,
  remedy: 'Check the port, and http:// against https://.',
};
const unsendable: Reason = {
  kind: 'fatal',
  what: () => 'a header or the URL holds a character that cannot be sent.',
  remedy: 'Check the key and the URL for line breaks and other stray characters.',
  unsent: true,
};

const reasons: Readonly<Record<string, Reason>> = {
  ECONNREFUSED: {
    kind: 'network',
    what: (host) => `the server at ${host} refused the connection.`,
    remedy: 'Check that it runs and that the port is right, then try again.',
    unsent: true,
  },
  ENOTFOUND: nameUnknown,
  EAI_AGAIN: nameUnknown,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  EADDRNOTAVAIL: unreachable,
  ETIMEDOUT: connectTimeout,
  UND_ERR_CONNECT_TIMEOUT: connectTimeout,
  ECONNRESET: closed,
  EPIPE: closed,
  ECONNABORTED: closed,
  UND_ERR_SOCKET: closed,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: closed,
  CERT_HAS_EXPIRED: {
    ...certificate,
    what: (host) => `the certificate of ${host} has expired.`,
    remedy: 'Ask whoever runs the server, and check the clock of this machine.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    ...certificate,
    what: (host) => `the certificate that answers at ${host} belongs to another name.`,
    remedy: 'Check the base URL: it may name the server in a way its certificate does not.',
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: certificate,
  SELF_SIGNED_CERT_IN_CHAIN: certificate,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: certificate,
  UNABLE_TO_GET_ISSUER_CERT: certificate,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: certificate,
  EPROTO: notHttp,
  ERR_SSL_WRONG_VERSION_NUMBER: notHttp,
  ERR_INVALID_CHAR: unsendable,
  ERR_UNESCAPED_CHARACTERS: unsendable,
  ERR_INVALID_HTTP_TOKEN: unsendable,
  ERR_INVALID_URL: unsendable,
  UND_ERR_INVALID_ARG: unsendable,
};

/** Codes that also end a connection which stands, and on which the whole request may have left. */
const atAnyTime: ReadonlySet<string> = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'ETIMEDOUT']);

/** Node.js codes them; undici only names them. */
const isParserError = (error: unknown, code: string): boolean =>
  code.startsWith('HPE_') || (error instanceof Object && 'name' in error && error.name === 'HTTPParserError');

/**
 * Says in plain words why no answer came. Only the host of the URL is named: its path and query may hold secrets.
 * @param taken how much of the body had left, as far as the transport knows
 */
export function networkError(error: unknown, url: string, taken: BodyTaken): TransportError {
  if (isTransportError(error)) return error;
  if (isEngineError(error)) {
    const kind = error.code === 'source-mismatch' ? 'source-mismatch' : 'fatal';
    return new TransportError({
      kind,
      message: error.message,
      remedy: error.remedy,
      bodyTaken: taken,
      cause: error,
    });
  }
  const code = codeOf(error) ?? '';
  const host = URL.parse(url)?.host ?? 'the given address';
  const reason =
    atAnyTime.has(code) && !isConnecting(error)
      ? lost
      : (reasons[code] ?? (isParserError(error, code) ? notHttp : undefined));
  if (!reason) {
    return new TransportError({
      kind: 'fatal',
      message: `the request to ${host} failed: ${messageOf(error)}`,
      bodyTaken: taken,
      cause: error,
    });
  }
  return new TransportError({
    kind: reason.kind,
    message: reason.what(host),
    remedy: reason.remedy,
    bodyTaken: reason.unsent ? 'none' : taken,
    cause: error,
  });
}

/** The error for a request that ended because its signal was aborted. */
export function stoppedError(signal: AbortSignal, taken: BodyTaken): TransportError {
  return new TransportError({
    kind: 'aborted',
    message: 'the request was stopped.',
    bodyTaken: taken,
    cause: signal.reason,
  });
}
