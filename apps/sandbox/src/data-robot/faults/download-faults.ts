import { Readable } from 'node:stream';
import type { FaultBehaviours, Payload } from '../../faults/behaviour.ts';
import type { PlannedFault } from '../../faults/fault.ts';
import type { BatchJob } from '../batch/batch-job.ts';
import { resultBytes } from '../batch/result-stream.ts';
import { upTo } from '../batch/up-to.ts';
import type { Platform } from '../platform.ts';
import { jobOf } from './job-of.ts';

/** The faults in which a result ends early. */
export function downloadFaults(platform: Platform): FaultBehaviours {
  return {
    'download-cut': {
      answer: (request, _reply, fault, payload) =>
        shortened(payload, limitOf(jobOf(platform, request), fault), () => {
          request.raw.socket.resetAndDestroy();
        }),
    },
    'download-ends-short': {
      answer: (request, _reply, fault, payload) => {
        const job = jobOf(platform, request);
        return shortened(payload, limitOf(job, fault), () =>
          job?.abort(fault.message ?? 'sandbox: planned abort', true),
        );
      },
    },
  };
}

/** Half of the result, unless the fault says how much. */
function limitOf(job: BatchJob | undefined, fault: PlannedFault): number {
  return fault.bytes ?? Math.ceil((job === undefined ? 0 : resultBytes(job)) / 2);
}

function shortened(payload: Payload, bytes: number, atEnd: () => void): Payload {
  if (!(payload instanceof Readable)) return payload;
  return Readable.from(upTo(payload as AsyncIterable<Buffer>, bytes, atEnd), { objectMode: false });
}
