// wait-with-engine <order>: waits for batch predictions with the polling engine, DataRobot's client and the Node.js host.
import { createSecrets } from '@modelferry/auth';
import { createDataRobotClient, vendor, type DataRobotClient } from '@modelferry/datarobot';
import { nodeClock, nodeTransport } from '@modelferry/node-host';
import { pollUntilDone, type Job } from '@modelferry/polling';
import { runWaits, type WaitOrder } from './wait-run.ts';

const batchJob = (client: DataRobotClient, id: string): Job => ({
  reference: { vendor, kind: 'batch-prediction', id },
  async read(signal) {
    const { status } = await client.getBatchJob(id, signal);
    return { state: status === 'COMPLETED' ? 'succeeded' : 'running', rawStatus: status };
  },
});

async function prepare({ url, intervalMs }: WaitOrder) {
  const { signal } = new AbortController();
  const client = createDataRobotClient({
    ...{ transport: nodeTransport(), clock: nodeClock, secrets: createSecrets() },
    ...{ endpoint: url, apiToken: 'bench-token' },
  });
  await client.getBatchJob('warm', signal);
  const options = { clock: nodeClock, signal, timeoutMs: 3_600_000, interval: { initialMs: intervalMs } };
  return (id: string) => pollUntilDone(batchJob(client, id), options);
}

void runWaits(prepare);
