import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startTestServer } from '@modelferry/testkit';

const run = promisify(execFile);

/** Sends a file, then asks, and prints which files of undici had been loaded after each. */
const loading = `
  import Module from 'node:module';
  import { bulkTransport, undiciTransport } from '@modelferry/node-host';
  import { bytesSource } from '@modelferry/upload';
  const loaded = () =>
    Object.keys(Module._cache).filter((path) => /[\\\\/]undici[\\\\/]/.test(path)).map((path) => path.replaceAll('\\\\', '/'));
  const request = { method: 'PUT', url: process.argv[1], headers: {}, timeoutMs: 1, streamResponse: false,
    signal: new AbortController().signal };
  const said = [];
  const body = { kind: 'stream', source: bytesSource('a', new Uint8Array(10)) };
  for (const [transport, sent] of [[bulkTransport(), { ...request, body }], [undiciTransport(), request]]) {
    const { status, body } = await transport.send(sent);
    body.cancel();
    said.push({ status, loaded: loaded() });
    await transport.close();
  }
  console.log(JSON.stringify(said));`;

test('undici is loaded by the first request that needs it, and only the parts that do', async () => {
  const server = await startTestServer((_, response) => void response.end());
  try {
    const { stdout } = await run(
      process.execPath,
      ['--conditions=@modelferry/source', '--input-type=module', '--eval', loading, server.url],
      { cwd: join(__dirname, '..') },
    );
    const [file, call] = JSON.parse(stdout) as { status: number; loaded: string[] }[];
    expect(file).toEqual({ status: 200, loaded: [] });
    expect(call?.status).toBe(200);
    expect(call?.loaded).toContainEqual(expect.stringMatching(/lib\/dispatcher\/client\.js$/));
    for (const part of ['undici/index.js', 'web/fetch/index.js', 'proxy-agent.js', 'mock']) {
      expect(call?.loaded.filter((path) => path.includes(part))).toEqual([]);
    }
  } finally {
    await server.close();
  }
});
