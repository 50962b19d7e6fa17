// put-file <url> <path> [certificate]: what an upload costs a user of the Node.js host, as a whole process.
import { readFile } from 'node:fs/promises';
import { HttpClient } from '@modelferry/http';
import { fileSource, nodeClock, nodeTransport } from '@modelferry/node-host';
import { putPresigned } from '@modelferry/upload';

async function main([url = '', path = '', certificate]: readonly string[]): Promise<void> {
  const ca = certificate === undefined ? undefined : await readFile(certificate, 'utf8');
  const client = new HttpClient({ transport: nodeTransport({ ca }), clock: nodeClock });
  await putPresigned(client, {
    url,
    source: await fileSource(path),
    doing: `upload ${path}`,
    clock: nodeClock,
    signal: new AbortController().signal,
  });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
