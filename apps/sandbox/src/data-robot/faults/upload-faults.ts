import type { FaultBehaviour, FaultBehaviours } from '../../faults/behaviour.ts';
import { cuts, drain } from '../../faults/cuts.ts';
import { admitUpload, refusedUpload } from '../batch/admit-upload.ts';
import { breakOff } from '../batch/break-off.ts';
import type { Platform } from '../platform.ts';

/** The faults in which an upload has begun and does not end well. */
export function uploadFaults(platform: Platform): FaultBehaviours {
  const afterBegin = (kind: 'reset-mid-body' | 'stall-mid-upload'): FaultBehaviour => ({
    before: async (request, reply, fault) => {
      if (/^batchUpload/.test(request.entry.operation)) {
        const upload = admitUpload(platform, request);
        request.raw.socket.once('close', () => breakOff(platform, upload));
      }
      await cuts[kind]?.before?.(request, reply, fault);
    },
  });
  return {
    'reset-mid-body': afterBegin('reset-mid-body'),
    'stall-mid-upload': afterBegin('stall-mid-upload'),
    'upload-aborts-job': {
      before: async (request, _reply, fault) => {
        const { job } = admitUpload(platform, request);
        await drain(request, fault.bytes ?? 1024);
        job.abort(fault.message ?? 'Too many errors');
        await drain(request);
        throw refusedUpload(job);
      },
    },
  };
}
