import { readFailure } from '../src/transport/transport-failure.ts';

/** As it comes out of n8n's helper: the system's error, in axios', in n8n's. */
function wrapped(code: string, more: object): Error {
  const system = Object.assign(new Error(`${code} happened`), { code, ...more });
  const axios = Object.assign(new Error(system.message, { cause: system }), { code });
  return Object.assign(new Error('The service refused'), { errorResponse: axios });
}

describe('a request is taken for unsent', () => {
  test.each([
    ['when nobody listens', 'ECONNREFUSED', {}],
    ['when the name is not known', 'ENOTFOUND', { syscall: 'getaddrinfo' }],
    ['when there is no way to the server', 'EHOSTUNREACH', { syscall: 'connect' }],
    ['when there is no network', 'ENETUNREACH', { syscall: 'connect' }],
    ['when no connection came about in time', 'ETIMEDOUT', { syscall: 'connect' }],
    [
      'when none of the addresses could be reached',
      'ETIMEDOUT',
      { errors: [new Error('one'), new Error('two')] },
    ],
    ['when the certificate is not trusted', 'CERT_HAS_EXPIRED', {}],
  ])('%s', (_, code, more) => {
    expect(readFailure(wrapped(code, more))).toMatchObject({ beforeSending: true });
  });
});

describe('a request may have arrived', () => {
  test.each([
    ['when the way to the server was lost later', 'EHOSTUNREACH', { syscall: 'read' }],
    ['when the network was lost later', 'ENETUNREACH', { syscall: 'write' }],
    ['when nobody says when it was lost', 'EHOSTUNREACH', {}],
    ['when a connection fell silent', 'ETIMEDOUT', { syscall: 'read' }],
    ['when it was reset', 'ECONNRESET', { syscall: 'read' }],
    ['when TLS broke, which it can at any time', 'EPROTO', { syscall: 'write' }],
    ['when nothing is known', 'ESOMETHING', {}],
  ])('%s', (_, code, more) => {
    expect(readFailure(wrapped(code, more))).toMatchObject({ beforeSending: false });
  });
});
