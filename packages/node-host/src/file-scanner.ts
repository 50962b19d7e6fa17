import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { EngineError } from '@modelferry/http';
import {
  kernelInput,
  rowBytes,
  rowKernelBytes,
  runKernel,
  startKernel,
  type Scanned,
  type ScannerOf,
} from '@modelferry/upload';
import { scanWorker, type ScanAnswer, type ScanRequest, type ScanTask } from './scan-worker.ts';

/** The thread holds one block of the file and no objects to speak of. */
const resourceLimits = { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 2, stackSizeMb: 1 };

/**
 * Goes over a table in a file in a thread of its own, which reads it by itself: the thread that sends parts of it only hears
 * where they end.
 */
export const fileScanner =
  (path: string, length: number): ScannerOf =>
  (format) => {
    const kernel = rowKernelBytes();
    const workerData: ScanTask = { path, kernel, kernelInput, length, bytes: rowBytes(format) };
    const worker = new Worker(`(${scanWorker})(${startKernel}, ${runKernel})`, {
      eval: true,
      workerData,
      resourceLimits,
    });
    const closed = new AbortController();
    const failed = (problem: string, cause?: unknown) =>
      new EngineError({
        code: 'source-mismatch',
        message: `Could not read the file ${path} to its end: ${problem}.`,
        remedy: 'Make sure that nothing writes to the file while it is sent, then try again.',
        cause,
      });
    worker.on('error', (error) => closed.abort(failed(error.message, error)));
    return {
      async scan(state, to): Promise<Scanned> {
        const answered = once(worker, 'message', { signal: closed.signal });
        worker.postMessage({ state, to } satisfies ScanRequest);
        const [answer] = (await answered.catch((error: unknown) => {
          throw closed.signal.aborted ? closed.signal.reason : error;
        })) as [ScanAnswer];
        if ('problem' in answer) throw failed(answer.problem);
        return answer.scanned;
      },
      async close() {
        closed.abort(failed('it is not read any more'));
        await worker.terminate();
      },
    };
  };
