// get-file <url> <path> [--sha256]: what a download costs a user of the Node.js host, as a whole process.
import { basename, dirname } from 'node:path';
import { fileSink, nodeClock, nodeTransport } from '@modelferry/node-host';
import { storageClient } from '@modelferry/upload';

async function main([url = '', path = '', option]: readonly string[]): Promise<void> {
  const { signal } = new AbortController();
  const client = storageClient({ transport: nodeTransport(), clock: nodeClock });
  const call = { method: 'GET', path: url, doing: 'download', idempotent: true, signal } as const;
  const { headers, body } = await client.stream(call);
  const file = {
    name: basename(path),
    contentType: 'application/octet-stream',
    length: Number(headers['content-length']),
    body,
  };
  await fileSink(dirname(path), { sha256: option === '--sha256' }).save(file, signal);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
