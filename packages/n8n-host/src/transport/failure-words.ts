import type { TransportErrorOptions } from '@modelferry/http';

/** What a code of Node.js means, in words: n8n replaces every message that holds such a code by one of its own. */
export interface FailureWords {
  readonly kind: TransportErrorOptions['kind'];
  /** Completes "Could not ...: ". */
  readonly message: string;
  readonly remedy?: string;
  /** Whether it comes only while there is no connection, so that nothing of the request was sent. */
  readonly beforeSending: boolean;
}

const unconnected = (message: string): FailureWords => ({
  kind: 'network',
  message,
  remedy: 'Check the address, and that the n8n host reaches it; then try again.',
  beforeSending: true,
});

/** A connection that stands can be lost in these words, too. */
const unreachable = (message: string): FailureWords => ({ ...unconnected(message), beforeSending: false });

const untrusted = (message: string): FailureWords => ({
  kind: 'fatal',
  message,
  remedy: 'Check the address, and whether the n8n host trusts the issuer of the certificate.',
  beforeSending: true,
});

const broken: FailureWords = {
  kind: 'network',
  message: 'the connection was closed before the answer was complete.',
  beforeSending: false,
};

const silent: FailureWords = {
  kind: 'timeout',
  message: 'the server did not answer in time.',
  beforeSending: false,
};

const byCode: Readonly<Record<string, FailureWords>> = {
  ECONNREFUSED: unconnected('the server refused the connection.'),
  ENOTFOUND: unconnected('the name of the server is not known.'),
  EAI_AGAIN: unconnected('the name of the server could not be looked up.'),
  EHOSTUNREACH: unreachable('the server cannot be reached.'),
  ENETUNREACH: unreachable('the network of the server cannot be reached.'),
  EADDRNOTAVAIL: unconnected('no connection could be opened from the n8n host.'),
  ECONNRESET: broken,
  EPIPE: broken,
  ERR_STREAM_PREMATURE_CLOSE: broken,
  ETIMEDOUT: silent,
  ECONNABORTED: silent,
  CERT_HAS_EXPIRED: untrusted('the certificate of the server has expired.'),
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted('the certificate of the server is for another name.'),
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted('the certificate of the server is signed by itself.'),
  SELF_SIGNED_CERT_IN_CHAIN: untrusted('the issuer of the certificate of the server is not trusted.'),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted('the certificate of the server cannot be verified.'),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted('the issuer of the certificate of the server is not trusted.'),
  EPROTO: { ...untrusted('the server does not speak TLS as it should.'), beforeSending: false },
};

export const failureWords = (code: string): FailureWords | undefined => byCode[code];
