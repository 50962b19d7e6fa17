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
    'run-fails': {
      before: (request, _reply, fault) => {
        const { pid = '', rid } = request.params as { readonly pid?: string; readonly rid?: string };
        const runs = platform.retraining.policies.get(pid)?.runs ?? [];
        runs.find(({ id }) => id === rid)?.end('failed', fault.message ?? 'sandbox: planned failure');
      },
    },
    'replacement-errored': {
      answer: (request, _reply, fault, payload) => {
        const { id = '' } = request.params as { readonly id?: string };
        const deployment = platform.deployments.get(id);
        if (deployment?.task === undefined) return payload;
        deployment.status = 'errored';
        deployment.task.end('ERROR', fault.message ?? 'sandbox: planned failure');
        return payload;
      },
    },
    'dataset-too-large': {
      before: (_request, _reply, fault) => {
        platform.catalog.maxBytes = fault.bytes ?? 1024;
      },
    },
  };
}
