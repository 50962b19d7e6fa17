import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { leastUndici } from '../../src/bundle/least-undici.ts';

const root = join(__dirname, '../../../..');

/** Sends a stream, as the transport does, and prints the answer. */
const program = `
  import { newClient, request } from './packages/node-host/src/undici-parts.ts';
  async function* body() {
    yield Buffer.from('half and ');
    yield Buffer.from('half');
  }
  async function main(url) {
    const client = newClient(url, { allowH2: false });
    const options = { path: '/', method: 'POST', body: body(), headers: { 'content-length': '13' } };
    const { statusCode, headers, body: answer } = await request(client, options);
    console.log([statusCode, headers['x-seen'], await answer.text()].join(' '));
    await client.close();
  }
  main(process.argv[2]);
`;

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: root, loader: 'ts' },
    ...{ bundle: true, platform: 'node', format: 'cjs', target: 'node24', write: false },
    define: { esbuildDetection: 'true' },
    plugins: [leastUndici],
  });
  return outputFiles[0]?.text ?? '';
}

test('there is no HTTP/2, no form and no second parser, and a stream is sent and answered all the same', async () => {
  const server = createServer((incoming, answer) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      answer.writeHead(201, { 'x-seen': 'yes' }).end(`got ${Buffer.concat(chunks).toString()}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = mkdtempSync(join(tmpdir(), 'modelferry-undici-'));
  try {
    const text = await bundled();
    for (const part of [
      'http2.connect',
      'class FormData',
      '// node_modules/undici/lib/llhttp/llhttp_simd-wasm.js',
    ])
      expect(text).not.toContain(part);
    const file = join(folder, 'program.cjs');
    writeFileSync(file, text);
    const { port } = server.address() as AddressInfo;
    const { stdout } = await promisify(execFile)(process.execPath, [file, `http://127.0.0.1:${port}`]);
    expect(stdout).toBe('201 yes got half and half\n');
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});
