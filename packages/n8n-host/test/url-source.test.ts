import { isApiError } from '@modelferry/http';
import { n8nClock } from '../src/n8n-clock.ts';
import { n8nTransport } from '../src/transport/n8n-transport.ts';
import {
  collectBytes,
  patternedBytes,
  sourceContract,
  startTestServer,
  type TestServer,
} from '@modelferry/testkit';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { urlSource } from '../src/files/url-source.ts';
import { createReadables } from '../src/streams/readables.ts';
import { emptyNode } from './support/empty-node.ts';
import { executeContext } from './support/n8n-lab.ts';

const servers: TestServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = await startTestServer(answer);
  servers.push(server);
  return server;
}

const open = (url: string, signal = new AbortController().signal) => {
  const context = executeContext({ type: emptyNode });
  const readables = createReadables((request) => context.helpers.httpRequest(request));
  const transport = n8nTransport({ context, readables });
  return urlSource(url, { transport, clock: n8nClock, signal, redact: (text) => text });
};

sourceContract('a file behind a URL', async ({ name, bytes }) => {
  const server = await serve((_, response) => {
    response.writeHead(200, { 'content-length': String(bytes.length), etag: '"1"' });
    response.end(bytes);
  });
  const source = await open(`${server.url}/files/${encodeURIComponent(name)}?signature=1`);
  return { source, openHandles: () => server.connections, close: async () => undefined };
});

test('reads name, type and length from the headers, and asks for nothing compressed', async () => {
  const server = await serve((_, response) => {
    response.writeHead(200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-length': '5',
      'content-disposition': `attachment; filename="a.csv"; filename*=UTF-8''%E5%A3%B2%E4%B8%8A.csv`,
    });
    response.end('a,b\n1');
  });
  const source = await open(`${server.url}/download`);
  expect(source).toMatchObject({ name: '売上.csv', contentType: 'text/csv', length: 5, replayable: true });
  expect(server.requests[0]?.headers['accept-encoding']).toBe('identity');
});

test('takes a file of unknown length once', async () => {
  const server = await serve((_, response) => {
    response.write('a');
    response.end('b');
  });
  const source = await open(`${server.url}/x.csv`);
  expect(source).toMatchObject({ name: 'x.csv', length: undefined, replayable: false });
  expect(new TextDecoder().decode(await collectBytes(source.open()))).toBe('ab');
  await expect(collectBytes(source.open())).rejects.toMatchObject({ code: 'unsupported' });
});

test('follows redirects, which carry nothing, and not for ever', async () => {
  const bytes = patternedBytes(1_000);
  const target = await serve((_, response) => void response.end(bytes));
  const server = await serve((request, response) => {
    const location = request.url === '/circle' ? '/circle' : `${target.url}/real.csv`;
    response.writeHead(302, { location }).end();
  });
  const source = await open(`${server.url}/moved`);
  expect(Buffer.compare(await collectBytes(source.open()), bytes)).toBe(0);
  await expect(open(`${server.url}/circle`)).rejects.toThrow('redirects more than 5 times');
});

test('refuses a file that changed between two requests', async () => {
  let version = 0;
  const server = await serve((_, response) => {
    response.writeHead(200, { etag: `"${version++}"`, 'content-length': '1' }).end('x');
  });
  const source = await open(`${server.url}/x.csv`);
  await expect(collectBytes(source.open())).rejects.toMatchObject({ code: 'source-mismatch' });
});

test('says what the server said, without the query of the URL', async () => {
  const server = await serve((_, response) => void response.writeHead(403).end('no entry'));
  const error: unknown = await open(`${server.url}/x.csv?signature=abcdefgh`).catch(
    (thrown: unknown) => thrown,
  );
  expect(isApiError(error) && error.status).toBe(403);
  expect(String(error)).toContain(new URL(server.url).host);
  expect(String(error)).not.toContain('abcdefgh');
});
