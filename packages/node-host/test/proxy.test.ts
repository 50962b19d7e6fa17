import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Transport } from '@modelferry/http';
import {
  collectBytes,
  expectNoSecrets,
  patternedBytes,
  startTestServer,
  testSource,
  type TestServer,
} from '@modelferry/testkit';
import {
  bulkTransport,
  undiciTransport,
  type NodeTransport,
  type NodeTransportOptions,
} from '../src/index.ts';
import { failureOf } from './support/failure-of.ts';
import { eventually } from './support/open-descriptors.ts';
import { selfSigned } from './support/self-signed.ts';
import { startTestProxy, type TestProxy, type TestProxyOptions } from './support/test-proxy.ts';
import { tlsPort } from './support/tls-port.ts';

// Only the proxies of these tests know this name: who asks directly finds nobody
const name = 'vendor.invalid';
const pair = selfSigned(name);
const bytes = patternedBytes(700_001);
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function startProxy(options: TestProxyOptions): Promise<TestProxy> {
  const proxy = await startTestProxy(options);
  closing.push(() => proxy.close());
  return proxy;
}

const transports = { undici: undiciTransport, bulk: bulkTransport };
const schemes = ['http', 'https'] as const;
const every = schemes.flatMap((scheme) =>
  (['undici', 'bulk'] as const).map((path) => [path, scheme] as const),
);

describe.each(every)('%s, %s', (path, scheme) => {
  let server: TestServer;
  let port: number;
  beforeEach(async () => {
    server = await startTestServer(async (request, response) => {
      const received = await collectBytes(request);
      response.end(Buffer.compare(received, bytes) === 0 ? 'as sent' : 'something else');
    });
    port = Number(new URL(server.url).port);
    if (scheme === 'https') {
      const front = await tlsPort(port, pair);
      port = front.port;
      closing.push(() => front.close());
    }
    closing.push(() => server.close());
  });

  const over = (options: NodeTransportOptions): NodeTransport => {
    const transport = transports[path]({ ca: pair.cert, ...options });
    closing.push(() => transport.close());
    return transport;
  };
  const through = (address: string, except?: string) => over({ proxy: { [scheme]: address, except } });
  const put = (transport: Transport, host = name, signal = new AbortController().signal) =>
    transport.send({
      ...{ method: 'PUT', url: `${scheme}://${host}/x?sig=hidden`, headers: {}, timeoutMs: 20_000 },
      ...{ signal, streamResponse: false, body: { kind: 'stream', source: testSource(bytes) } },
    });
  const said = async (transport: Transport, host?: string): Promise<string> =>
    Buffer.from(await collectBytes((await put(transport, host)).body)).toString();

  test('reaches what only the proxy knows, and keeps its connection', async () => {
    const proxy = await startProxy({ names: { [name]: port } });
    const transport = through(proxy.url);
    for (let turn = 0; turn < 3; turn++) expect(await said(transport)).toBe('as sent');
    if (scheme === 'https') {
      expect(proxy.tunnels).toEqual([`${name}:443`]);
      expect(proxy.forwarded).toEqual([]);
    } else {
      expect(proxy.tunnels).toEqual([]);
      expect(proxy.forwarded).toEqual(Array(3).fill(`http://${name}/x?sig=hidden`));
    }
    expect(server.requests.map(({ url, headers }) => [url, headers.host])).toEqual(
      Array(3).fill(['/x?sig=hidden', name]),
    );
  });

  test('a proxy may be spoken to over https', async () => {
    const proxy = await startProxy({ names: { [name]: port }, pair, credentials: 'me:pass' });
    const transport = through(proxy.url.replace('//', '//me:pass@'));
    expect(await said(transport)).toBe('as sent');
    expect(proxy.tunnels.length + proxy.forwarded.length).toBe(1);
  });

  test('takes the ports of target and proxy as they are, and an address without a scheme', async () => {
    const proxy = await startProxy({ names: { [name]: port } });
    expect(await said(through(proxy.host), `${name}:8123`)).toBe('as sent');
    expect([...proxy.tunnels, ...proxy.forwarded].join()).toContain(`${name}:8123`);
  });

  test('what NO_PROXY names is asked directly, everything else is not', async () => {
    const proxy = await startProxy({ names: { [name]: port } });
    const transport = through(proxy.url, '10.0.0.0/8, 127.0.0.1');
    expect(await said(transport, `127.0.0.1:${port}`)).toBe('as sent');
    expect(proxy.headers).toEqual([]);
    expect(await said(transport)).toBe('as sent');
    expect(proxy.headers).toHaveLength(1);
  });

  test('the proxy for the other scheme is not asked', async () => {
    const proxy = await startProxy({ names: { [name]: port } });
    const other = scheme === 'http' ? 'https' : 'http';
    const transport = over({ proxy: { [other]: proxy.url } });
    expect((await failureOf(put(transport))).message).toBe(`the name ${name} could not be found.`);
    expect(proxy.headers).toEqual([]);
  });

  test('tells the proxy, and nobody else, who asks', async () => {
    const proxy = await startProxy({ names: { [name]: port }, credentials: 'm e:p@ss/word%' });
    const transport = through(proxy.url.replace('//', '//m%20e:p%40ss%2Fword%25@'));
    expect(await said(transport)).toBe('as sent');
    expect(proxy.headers[0]?.['proxy-authorization']).toBeDefined();
    expect(server.requests[0]?.headers).not.toHaveProperty('proxy-authorization');
  });

  describe('says clearly, without credentials,', () => {
    const secrets = ['pass-word-1', 'hidden'];
    const failingThrough = async (address: string) => {
      const error = await failureOf(put(through(address)));
      expectNoSecrets(error, secrets);
      return error;
    };
    const withPassword = ({ url }: TestProxy) => url.replace('//', '//me:pass-word-1@');

    test('that the proxy wants credentials', async () => {
      const proxy = await startProxy({ credentials: 'me:other' });
      const bare = await failingThrough(proxy.url);
      expect(bare).toMatchObject({ kind: 'fatal', bodyTaken: 'none' });
      expect(bare.message).toBe(
        `the proxy ${proxy.host} asks for a name and a password (407 Proxy Authentication Required).`,
      );
      expect(bare.remedy).toContain('http://name:password@host:port');
      const wrong = await failingThrough(withPassword(proxy));
      expect(wrong.message).toContain('does not accept the name and password');
    });

    test('that the proxy is dead', async () => {
      const gone = await startTestProxy();
      await gone.close();
      const error = await failingThrough(withPassword(gone));
      expect(error).toMatchObject({ kind: 'network', bodyTaken: 'none' });
      expect(error.message).toContain(`the proxy ${gone.host} does not lead to ${name}`);
      expect(error.message).toContain(`the server at ${gone.host} refused the connection.`);
      expect(error.remedy).toContain('HTTPS_PROXY');
    });

    test('that the proxy is of another kind', async () => {
      const error = await failingThrough('socks5://me:pass-word-1@proxy.invalid:1080');
      expect(error).toMatchObject({ kind: 'fatal', bodyTaken: 'none' });
      expect(error.message).toContain('proxy.invalid:1080 is one for socks5');
    });

    test('that its address is none', async () => {
      const error = await failingThrough('http://me:pass-word-1@');
      expect(error.message).toBe('the address of the proxy is no URL.');
      expect(error.remedy).toContain('http://host:port');
    });

    if (scheme === 'https') {
      test.each([
        [403, 'fatal'],
        [502, 'network'],
      ])('that the proxy gives no tunnel (%i)', async (status, kind) => {
        const proxy = await startProxy({ status });
        const error = await failingThrough(withPassword(proxy));
        expect(error).toMatchObject({ kind, bodyTaken: 'none' });
        expect(error.message).toContain(`the proxy ${proxy.host} gave no way to ${name}:443 (${status} `);
        expect(error.remedy).toContain('NO_PROXY');
      });

      test('nothing that is the target’s to say', async () => {
        const target = await startTestServer((_, response) => void response.writeHead(407).end());
        closing.push(() => target.close());
        const front = await tlsPort(Number(new URL(target.url).port), pair);
        closing.push(() => front.close());
        const proxy = await startProxy({ names: { [name]: front.port } });
        const { status, body } = await put(through(proxy.url));
        body.cancel();
        expect(status).toBe(407);
      });

      test('that the proxy speaks something else', async () => {
        const mail = createTcpServer((socket) => void socket.end('220 mail.example ESMTP\r\n'));
        await once(mail.listen(0, '127.0.0.1'), 'listening');
        closing.push(async () => void mail.close());
        const { port: mailPort } = mail.address() as AddressInfo;
        const error = await failingThrough(`127.0.0.1:${mailPort}`);
        expect(error.message).toContain(`what 127.0.0.1:${mailPort} answered is not HTTP.`);
      });

      test('that the certificate behind the proxy is not trusted', async () => {
        const proxy = await startProxy({ names: { [name]: port } });
        const transport = over({ ca: selfSigned().cert, proxy: { https: proxy.url } });
        const error = await failureOf(put(transport));
        expect(error).toMatchObject({ kind: 'fatal', bodyTaken: 'none' });
        expect(error.message).toBe(`the certificate of ${name} is not trusted here.`);
      });
    }
  });

  test('a proxy that is silent holds nobody who is told to stop', async () => {
    const proxy = await startProxy({ status: 0 });
    const abort = new AbortController();
    const sent = failureOf(put(through(proxy.url), name, abort.signal));
    await eventually(() => proxy.headers.length > 0);
    const abortedAt = performance.now();
    abort.abort();
    expect(await sent).toMatchObject({ kind: 'aborted' });
    expect(performance.now() - abortedAt).toBeLessThan(1_000);
    await eventually(() => proxy.connections === 0);
  });

  if (path === 'bulk') {
    test('a server that refuses through the proxy is sent no body', async () => {
      let received = 0;
      const refuser = createServer().on('checkContinue', (request, response) => {
        request.on('data', (chunk: Buffer) => (received += chunk.length));
        response.writeHead(403, { connection: 'close' }).end();
      });
      await once(refuser.listen(0, '127.0.0.1'), 'listening');
      closing.push(async () => void refuser.close());
      const { port: plain } = refuser.address() as AddressInfo;
      const front = await tlsPort(plain, pair);
      closing.push(() => front.close());
      const proxy = await startProxy({ names: { [name]: scheme === 'http' ? plain : front.port } });
      const { status, body } = await put(through(proxy.url));
      body.cancel();
      await wait(50);
      expect([status, received]).toEqual([403, 0]);
    });
  }
});
