// put-file <url> <path>: what an upload costs a user of the Node.js host, as a whole process.
import { HttpClient } from '@modelferry/http';
import { fileSource, nodeClock, nodeTransport } from '@modelferry/node-host';
import { putPresigned } from '@modelferry/upload';

async function main([url = '', path = '']: readonly string[]): Promise<void> {
  const client = new HttpClient({ transport: nodeTransport(), clock: nodeClock });
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
