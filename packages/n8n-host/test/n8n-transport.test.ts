import { isTransportError } from '@modelferry/http';
import { n8nTransport } from '../src/transport/n8n-transport.ts';
import {
  collectBytes,
  patternedBytes,
  startTestServer,
  testSource,
  transportContract,
  zerosSource,
  type TestServer,
} from '@modelferry/testkit';
import { bytesSource, concatSource, type Source } from '@modelferry/upload';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { setTimeout } from 'node:timers/promises';
import { createReadables } from '../src/streams/readables.ts';
import { emptyNode } from './support/empty-node.ts';
import { executeContext, loadOptionsContext } from './support/n8n-lab.ts';

const setup = {
  type: emptyNode,
  credentials: { ferryApi: { apiKey: 'the-key' } },
  // Not one of the names that the contract looks for on requests without a credential
  authenticate: (options: IHttpRequestOptions) => {
    options.headers = { ...options.headers, 'x-ferry-key': 'the-key' };
  },
};

const transportOf = (
  credentialType?: string,
  context: Parameters<typeof n8nTransport>[0]['context'] = executeContext(setup),
) => {
  const readables = createReadables((request) => context.helpers.httpRequest(request));
  return n8nTransport({ context, readables, credentialType });
};

/** 16 MiB of a table, in the pieces in which it came. */
const keptPart = () => Array<Source>(256).fill(bytesSource('piece', patternedBytes(64 * 1024)));

const onTrial = (credentialType?: string) => async () => ({
  transport: transportOf(credentialType),
  close: async () => undefined,
});

transportContract("n8n's plain helper", onTrial());
transportContract("n8n's signing helper", onTrial('ferryApi'));

describe('in n8n', () => {
  const servers: TestServer[] = [];
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));
  const serve: typeof startTestServer = async (answer) => {
    const server = await startTestServer(answer);
    servers.push(server);
    return server;
  };
  const request = (url: string, signal = new AbortController().signal) => ({
    ...{ method: 'GET' as const, url, headers: {}, timeoutMs: 5_000, streamResponse: false },
    signal,
  });

  test('signs with the credential that was named, and only then', async () => {
    const server = await serve((_, response) => void response.end());
    for (const type of [undefined, 'ferryApi'])
      (await transportOf(type).send(request(server.url))).body.cancel();
    expect(server.requests.map(({ headers }) => headers['x-ferry-key'])).toEqual([undefined, 'the-key']);
  });

  test('sends a refused request once: n8n would repeat it', async () => {
    const server = await serve((_, response) => void response.writeHead(401).end('no'));
    const { status, body } = await transportOf('ferryApi').send(request(server.url));
    expect(status).toBe(401);
    expect(new TextDecoder().decode(await collectBytes(body))).toBe('no');
    expect(server.requests).toHaveLength(1);
  });

  test('obeys its own signal also when signing, and in drop-downs, where n8n has none', async () => {
    const server = await serve(() => undefined);
    for (const context of [executeContext(setup), loadOptionsContext(setup)]) {
      const abort = new AbortController();
      const sent = transportOf('ferryApi', context).send(request(server.url, abort.signal));
      const failed = sent.catch((error: unknown) => error);
      await server.arrived(1);
      abort.abort();
      expect(await failed).toMatchObject({ kind: 'aborted' });
      await server.allClosed(1_000);
    }
  });

  test.each([
    ['a file from the store', () => zerosSource(64 * 1024 * 1024)],
    ['a part that was kept in memory', () => concatSource('part-2.csv', keptPart())],
  ])('ends a stalled upload of %s where n8n loses the signal: by its body', async (_, sourceOf) => {
    const server = await serve(() => undefined); // It never reads
    const context = executeContext(setup);
    const { httpRequestWithAuthentication: send } = context.helpers;
    const losing = Object.create(context, {
      helpers: {
        value: {
          ...context.helpers,
          // As if nobody had asked the caller for a signal
          httpRequestWithAuthentication: (type: string, options: IHttpRequestOptions) =>
            send.call(context, type, { ...options, abortSignal: undefined }),
        },
      },
    }) as typeof context;
    const abort = new AbortController();
    const source = sourceOf();
    const sent = transportOf('ferryApi', losing).send({
      ...request(server.url, abort.signal),
      ...{ method: 'PUT', body: { kind: 'stream', source } },
    });
    const failed = sent.catch((error: unknown) => error);
    await server.arrived(1);
    await setTimeout(200); // All buffers on the way are full
    const startedAt = performance.now();
    abort.abort();
    expect(await failed).toMatchObject({ kind: 'aborted', bodyTaken: 'part' });
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    await server.allClosed(1_000);
  });

  test('says in words what failed, and shows no header', async () => {
    const server = await serve((incoming) => void incoming.socket.destroy());
    const refused = await serve(() => undefined);
    await refused.close();
    for (const url of [server.url, refused.url, 'http://no-such-host.invalid', 'gopher://x']) {
      const error: unknown = await transportOf('ferryApi')
        .send(request(url))
        .catch((thrown: unknown) => thrown);
      expect(isTransportError(error)).toBe(true);
      expect(String(error)).not.toMatch(/\bE[A-Z_]{4,}\b|the-key/);
      expect(String(error)).toMatch(/connection|server|protocol/i);
    }
  });

  test('makes the first stream of a run without having seen one', async () => {
    const bodies: Uint8Array[] = [];
    const server = await serve(async (incoming, response) => {
      bodies.push(await collectBytes(incoming));
      response.end();
    });
    const bytes = patternedBytes(10);
    const body = { kind: 'stream', source: testSource(bytes) } as const;
    (await transportOf().send({ ...request(server.url), method: 'PUT', body })).body.cancel();
    expect(bodies).toEqual([bytes]);
  });
});
