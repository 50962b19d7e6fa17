import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startTestServer } from '@modelferry/testkit';
import { selfSigned } from './support/self-signed.ts';
import { startTestProxy } from './support/test-proxy.ts';
import { tempFolder } from './support/temp-folder.ts';
import { tlsPort } from './support/tls-port.ts';

const temp = tempFolder();
const run = promisify(execFile);

/** Asks each address on each path, directly and through a proxy, and prints the status or why there is none. */
const asking = `
  import { bulkTransport, undiciTransport } from '@modelferry/node-host';
  import { bytesSource } from '@modelferry/upload';
  const { addresses, ca, proxy } = JSON.parse(process.argv[1]);
  const said = [];
  for (const open of [undiciTransport, bulkTransport]) {
    for (const proxied of [undefined, { https: proxy }]) {
      const transport = open({ ca, proxy: proxied });
      for (const url of addresses) {
        const request = { method: 'PUT', url, headers: {}, timeoutMs: 1, streamResponse: false,
          signal: new AbortController().signal,
          body: { kind: 'stream', source: bytesSource('a', new Uint8Array(10)) } };
        said.push(await transport.send(request).then(({ status }) => status, ({ message }) => message));
      }
      await transport.close();
    }
  }
  console.log(JSON.stringify(said));`;

test('trusts the certificates of the option and of NODE_EXTRA_CA_CERTS, on both paths and through a proxy', async () => {
  const server = await startTestServer((_, response) => void response.end());
  const proxy = await startTestProxy();
  const pairs = ['given', 'extra', 'unknown'].map((each) => selfSigned(`${each}.invalid`));
  const [given, extra] = pairs;
  const fronts = await Promise.all(pairs.map((pair) => tlsPort(Number(new URL(server.url).port), pair)));
  await writeFile(temp.path('extra.pem'), extra?.cert ?? '');
  const input = {
    addresses: fronts.map(({ port }) => `https://127.0.0.1:${port}/`),
    ca: given?.cert,
    proxy: proxy.url,
  };
  try {
    const { stdout } = await run(
      process.execPath,
      ['--conditions=@modelferry/source', '--input-type=module', '--eval', asking, JSON.stringify(input)],
      {
        cwd: join(__dirname, '..'),
        env: { ...process.env, NODE_EXTRA_CA_CERTS: temp.path('extra.pem') },
      },
    );
    const unknown = `the certificate of 127.0.0.1:${fronts[2]?.port} is not trusted here.`;
    expect(JSON.parse(stdout)).toEqual(Array(4).fill([200, 200, unknown]).flat());
    expect(proxy.tunnels).toHaveLength(6);
  } finally {
    await Promise.all([...fronts, proxy, server].map((each) => each.close()));
  }
});
