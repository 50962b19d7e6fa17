import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** A port of the loopback on which a connection is neither accepted nor refused. */
export interface DeafPort {
  readonly url: string;
  close(): Promise<void>;
}

const listener = `
  const { workerData, parentPort } = require('node:worker_threads');
  const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    Atomics.wait(new Int32Array(workerData), 0, 0);
    process.exit();
  });`;

/**
 * Listens in a thread that is stopped at once, and fills its queue, so that the kernel ignores further connections.
 * @returns undefined where the kernel accepts connections all the same
 */
export async function openDeafPort(): Promise<DeafPort | undefined> {
  const stop = new SharedArrayBuffer(4);
  const worker = new Worker(listener, { eval: true, workerData: stop });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const fillers: Socket[] = [];
  const close = async () => {
    for (const filler of fillers) filler.destroy();
    Atomics.store(new Int32Array(stop), 0, 1);
    Atomics.notify(new Int32Array(stop), 0);
    await worker.terminate();
  };
  while (fillers.length < 16) {
    const filler = connect(port, '127.0.0.1').on('error', () => undefined);
    fillers.push(filler);
    const connected = new Promise((resolve) => filler.once('connect', () => resolve(true)));
    if (!(await Promise.race([connected, setTimeout(250, false)]))) {
      return { url: `http://127.0.0.1:${port}`, close };
    }
  }
  await close();
  return undefined;
}
