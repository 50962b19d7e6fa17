import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { EngineError, isTransportError, type TransportError } from '@modelferry/http';
import { bytesSource } from '@modelferry/upload';
import { bulkTransport, undiciTransport } from '../src/index.ts';
import { networkError } from '../src/network-error.ts';
import { bulkWherePossible } from './support/reader-of.ts';
import { selfSigned } from './support/self-signed.ts';

const undici = undiciTransport();
const bulk = bulkTransport();
const transports = { undici, bulk: bulkWherePossible(bulk, undici) };
const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));
afterAll(async () => {
  await undici.close();
  await bulk.close();
});

const listening = (server: Server): Promise<number> => {
  servers.push(server);
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
};

describe.each(['undici', 'bulk'] as const)('%s says in plain words why no answer came', (name) => {
  const failureOf = async (url: string): Promise<TransportError> => {
    const body = { kind: 'stream', source: bytesSource('a.csv', new Uint8Array(10)) } as const;
    const signal = new AbortController().signal;
    const request = {
      method: 'PUT',
      url,
      headers: {},
      body,
      timeoutMs: 1,
      signal,
      streamResponse: false,
    } as const;
    const outcome: unknown = await transports[name].send(request).catch((error: unknown) => error);
    if (!isTransportError(outcome)) throw new Error('A TransportError was expected.', { cause: outcome });
    for (const text of [outcome.message, outcome.remedy ?? '']) expect(text).not.toMatch(/secret|sig=/);
    return outcome;
  };

  test('nobody listens', async () => {
    const server = createTcpServer();
    const port = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    const error = await failureOf(`http://127.0.0.1:${port}/x?sig=secret`);
    expect(error).toMatchObject({ kind: 'network', bodyTaken: 'none' });
    expect(error.message).toBe(`the server at 127.0.0.1:${port} refused the connection.`);
    expect(error.remedy).toContain('port');
  });

  test('the name does not exist', async () => {
    const error = await failureOf('http://no-such-host.invalid/x?sig=secret');
    expect(error).toMatchObject({ kind: 'network', bodyTaken: 'none' });
    expect(error.message).toBe('the name no-such-host.invalid could not be found.');
  });

  test('the server hangs up', async () => {
    const port = await listening(createTcpServer((socket) => socket.once('data', () => socket.destroy())));
    const error = await failureOf(`http://127.0.0.1:${port}/x?sig=secret`);
    expect(error).toMatchObject({ kind: 'network' });
    expect(error.message).toContain(`127.0.0.1:${port} closed the connection`);
  });

  test('the server speaks something else', async () => {
    const port = await listening(createTcpServer((socket) => socket.end('220 mail.example ESMTP\r\n')));
    const error = await failureOf(`http://127.0.0.1:${port}/x?sig=secret`);
    expect(error).toMatchObject({ kind: 'fatal' });
    expect(error.message).toBe(`what 127.0.0.1:${port} answered is not HTTP.`);
  });

  test('https is asked of a server that speaks http', async () => {
    const port = await listening(createTcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    const error = await failureOf(`https://127.0.0.1:${port}/x?sig=secret`);
    expect(error).toMatchObject({ kind: 'fatal', bodyTaken: 'none' });
    expect(error.remedy).toContain('http:// against https://');
  });

  test('the certificate is unknown', async () => {
    const port = await listening(createTlsServer(selfSigned()).on('tlsClientError', () => undefined));
    const error = await failureOf(`https://127.0.0.1:${port}/x?sig=secret`);
    expect(error).toMatchObject({ kind: 'fatal', bodyTaken: 'none' });
    expect(error.message).toBe(`the certificate of 127.0.0.1:${port} is not trusted here.`);
    expect(error.remedy).toContain('NODE_EXTRA_CA_CERTS');
  });

  test('the URL is none', async () => {
    expect(await failureOf('nonsense?sig=secret')).toMatchObject({ kind: 'fatal', bodyTaken: 'none' });
  });
});

test('keeps what our own errors say', () => {
  const error = new EngineError({
    code: 'invalid-input',
    message: 'Row 3 has 4 columns.',
    remedy: 'Mend it.',
  });
  expect(networkError(error, 'http://a/?sig=secret', 'part')).toMatchObject({
    ...{
      kind: 'fatal',
      message: 'Row 3 has 4 columns.',
      remedy: 'Mend it.',
      bodyTaken: 'part',
      cause: error,
    },
  });
  const mismatch = new EngineError({ code: 'source-mismatch', message: 'It changed.' });
  expect(networkError(mismatch, 'http://a/', 'part')).toMatchObject({ kind: 'source-mismatch' });
});

describe('a connection that is lost later is not taken for one that never stood', () => {
  const failure = (code: string, more: object) =>
    networkError(
      Object.assign(new Error(code), { code, ...more }),
      'https://host.example/x?sig=secret',
      'all',
    );

  test.each(['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'])('%s', (code) => {
    for (const more of [{ syscall: 'read' }, { syscall: 'write' }, {}]) {
      expect(failure(code, more)).toMatchObject({
        kind: 'network',
        bodyTaken: 'all',
        message: 'the connection to host.example was lost.',
      });
    }
    const connecting = [
      { syscall: 'connect' },
      { errors: [new Error('one')] },
      { cause: { syscall: 'connect' } },
    ];
    for (const more of connecting) expect(failure(code, more).bodyTaken).toBe('none');
  });
});
