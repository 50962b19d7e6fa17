import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { collectBytes, patternedBytes } from '../../bytes.ts';
import { rawHeader } from '../../test-server.ts';
import type { Suite } from './suite.ts';

const statuses = [200, 201, 202, 206, 301, 302, 303, 304, 307, 308, 400, 401, 404, 409, 429, 500, 503, 570];

/** What comes back: any status, headers as they are, bodies of any size. */
export function answersContract({ send, serve }: Suite): void {
  test.each(statuses)('resolves for status %i, with a Location that is not followed', async (status) => {
    const elsewhere = await serve((_, response) => void response.end());
    const server = await serve((_, response) => {
      response.writeHead(status, { Location: `${elsewhere.url}/trap` });
      response.end(status === 304 ? undefined : 'here');
    });
    const answer = await send({ url: server.url, headers: { 'x-api-key': 'only-for-the-first' } });
    expect(answer.status).toBe(status);
    expect(answer.headers['location']).toBe(`${elsewhere.url}/trap`);
    expect(await collectBytes(answer.body)).toHaveLength(status === 304 ? 0 : 4);
    expect(elsewhere.requests).toHaveLength(0);
    expect(server.requests).toHaveLength(1);
  });

  test('gives header names in lower case and joins repeated ones', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, ['X-Request-ID', 'Q1', 'X-Twice', 'a', 'X-Twice', 'b', 'Content-Type', 'a/b']);
      response.end('x');
    });
    const { headers, body } = await send({ url: server.url });
    body.cancel();
    expect(headers).toMatchObject({ 'x-request-id': 'Q1', 'x-twice': 'a, b', 'content-type': 'a/b' });
    expect(Object.keys(headers).filter((name) => name !== name.toLowerCase())).toEqual([]);
  });

  test.each([false, true])('has an empty body for 204 (streamResponse %s)', async (streamResponse) => {
    const server = await serve((_, response) => void response.writeHead(204).end());
    const answer = await send({ url: server.url, streamResponse });
    expect(await collectBytes(answer.body)).toHaveLength(0);
  });

  test.each([false, true])(
    'gives the bytes as they are, also of JSON and of text that is no UTF-8 (streamResponse %s)',
    async (streamResponse) => {
      const bytes = Uint8Array.from([0x5b, 0x31, 0x2c, 0x20, 0x32, 0x5d, 0xff, 0xfe, 0x00, 0x80, 0x0d, 0x0a]);
      const server = await serve((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(bytes);
      });
      const answer = await send({ url: server.url, streamResponse });
      expect(await collectBytes(answer.body)).toEqual(bytes);
    },
  );

  test('streams a large answer as fast as it is read, not faster', async () => {
    const block = patternedBytes(1024 * 1024);
    const blocks = 96;
    let written = 0;
    const server = await serve(async (_, response) => {
      response.writeHead(200, { 'content-length': String(block.length * blocks) });
      for (; written < blocks; written++) {
        if (!response.write(block)) await once(response, 'drain');
      }
      response.end();
    });
    const { body } = await send({ url: server.url, streamResponse: true });
    const hash = createHash('sha256');
    let read = 0;
    for await (const chunk of body) {
      if (read === 0) {
        // Nobody reads now: the server must stall when the buffers between are full
        await new Promise((resolve) => setTimeout(resolve, 500));
        expect(written).toBeLessThan(32);
      }
      hash.update(chunk);
      read += chunk.length;
    }
    expect(read).toBe(block.length * blocks);
    const expected = createHash('sha256');
    for (let at = 0; at < blocks; at++) expected.update(block);
    expect(hash.digest('hex')).toBe(expected.digest('hex'));
  });

  test('invents no credential and keeps no cookie', async () => {
    const server = await serve((_, response) => {
      response.setHeader('set-cookie', 'session=1; Path=/');
      response.end('x');
    });
    for (let turn = 0; turn < 2; turn++) await collectBytes((await send({ url: server.url })).body);
    for (const request of server.requests) {
      for (const name of ['authorization', 'proxy-authorization', 'cookie', 'x-api-key']) {
        expect(rawHeader(request, name)).toEqual([]);
      }
    }
  });

  test('sends the URL as it is written', async () => {
    const server = await serve((request, response) => void response.end(request.url));
    const path = '/a%20b/%E5%A3%B2%E4%B8%8A/%2F?filename=%E5%A3%B2%E4%B8%8A%20a.csv&sig=a%2Bb%3D&x=1,2';
    const { body } = await send({ url: server.url + path });
    expect(new TextDecoder().decode(await collectBytes(body))).toBe(path);
  });
}
