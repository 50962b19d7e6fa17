import type { FaultBehaviours } from '../faults/behaviour.ts';
import { expired, StorageError } from './xml-error.ts';

const refuse = {
  before: (): never => {
    throw expired();
  },
};

/** The faults of presigned URLs. */
export const storageFaults: FaultBehaviours = {
  'upload-url-expired': refuse,
  'download-url-expired': refuse,
  'vendor-error': {
    before: (_request, _reply, fault) => {
      throw new StorageError(
        fault.status ?? 403,
        fault.error ?? 'AccessDenied',
        fault.message ?? 'sandbox: planned fault',
      );
    },
  },
};
