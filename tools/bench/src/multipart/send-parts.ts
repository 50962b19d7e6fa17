// send-parts <url> <path> <longest part, bytes> <parts in flight>: what an upload in parts costs a user of the Node.js host,
// as a whole process, from the first look at the file to the finalizing of its parts.
import { createSecrets } from '@modelferry/auth';
import { checkData, createDataRobotClient, uploadInParts } from '@modelferry/datarobot';
import { fileSource, nodeClock, nodeTransport } from '@modelferry/node-host';

async function main([url = '', path = '', partBytes, partConcurrency]: readonly string[]): Promise<void> {
  const { signal } = new AbortController();
  const warn = (message: string) => void process.stderr.write(`${message}\n`);
  const transport = nodeTransport();
  const client = createDataRobotClient({
    ...{ endpoint: `${url}/api/v2`, apiToken: 'a token for nobody', secrets: createSecrets() },
    ...{ transport, clock: nodeClock, warn },
  });
  const data = await checkData(await fileSource(path), { passthroughColumns: [] }, warn);
  const uploaded = await uploadInParts(
    {
      ...{ client, clock: nodeClock, signal, random: Math.random },
      jobs: { keep: async () => undefined, earlier: async () => undefined },
      progress: () => undefined,
      save: () => Promise.reject(new Error('There is nothing to save.')),
    },
    {
      job: { id: '6650a1b2c3d4e5f601020304', status: 'INITIALIZING' },
      ...{ data, scoreWhileUploading: false, delimiter: ',' },
      ...{ partBytes: Number(partBytes), partConcurrency: Number(partConcurrency) },
    },
  );
  if (!uploaded.arrived) throw uploaded.error;
  await transport.close();
  process.stdout.write(`${data.sentRows()}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
