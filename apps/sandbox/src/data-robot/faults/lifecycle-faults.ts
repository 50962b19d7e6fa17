import type { FaultBehaviour, FaultBehaviours } from '../../faults/behaviour.ts';
import type { TaskStatus } from '../async-tasks.ts';
import type { Platform } from '../platform.ts';

/** The faults that befall tasks and datasets. */
export function lifecycleFaults(platform: Platform): FaultBehaviours {
  const ends = (status: TaskStatus): FaultBehaviour => ({
    before: (request, _reply, fault) => {
      const { id = '' } = request.params as { readonly id?: string };
      platform.tasks.get(id)?.end(status, fault.message ?? 'sandbox: planned failure');
    },
  });
  return {
    'async-error': ends('ERROR'),
    'async-aborted': ends('ABORTED'),
    'async-expired': ends('EXPIRED'),
    'dataset-too-large': {
      before: (_request, _reply, fault) => {
        platform.catalog.maxBytes = fault.bytes ?? 1024;
      },
    },
  };
}
