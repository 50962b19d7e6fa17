import { buildSync } from 'esbuild';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startFerryServer, type FerryServer } from './support/ferry-server.ts';

/** As our nodes are shipped: one CommonJS file that finds n8n's own packages where n8n has them. */
function bundledChild(): string {
  const outfile = join(__dirname, '../.results/upload-child.cjs');
  buildSync({
    ...{ entryPoints: [join(__dirname, 'support/upload-child.ts')], outfile, bundle: true },
    ...{ platform: 'node', format: 'cjs', conditions: ['@modelferry/source'] },
    external: ['n8n-core', 'n8n-workflow', '@n8n/di', 'reflect-metadata'],
  });
  return outfile;
}

let server: FerryServer;
beforeEach(async () => {
  server = await startFerryServer();
});
afterEach(() => server.close());

test('a file of 200 MB goes from the file system to the vendor in little memory', async () => {
  const length = 200_000_000;
  const { stdout } = await promisify(execFile)(process.execPath, [
    bundledChild(),
    server.url,
    String(length),
  ]);
  const { sentBytes, idleBytes, peakBytes } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<
    string,
    number
  >;
  expect(sentBytes).toBe(length);
  expect(server.uploads.at(-1)?.bytes).toBe(length);
  expect((peakBytes ?? Infinity) - (idleBytes ?? 0)).toBeLessThan(120_000_000);
}, 60_000);
