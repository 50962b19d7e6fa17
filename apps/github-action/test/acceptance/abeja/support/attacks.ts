import type { Attacks } from '../../operations/support/attack.ts';
import { evilText as message } from '../../support/evil-text.ts';

/** Where ABEJA may have something to say. */
export const abejaAttacks: Attacks = {
  'in why a version is refused': {
    step: 'abeja/train',
    fault: { kind: 'vendor-error', operation: 'trainingVersionCreate', message },
  },
  'in why a training failed': { step: 'abeja/train', fault: { kind: 'job-fails', message } },
  'in why a model is refused': {
    step: 'abeja/register-model',
    fault: { kind: 'vendor-error', operation: 'trainingModelCreate', message },
  },
  'in why a service is refused': {
    step: 'abeja/switch-service',
    fault: { kind: 'vendor-error', operation: 'serviceCreate', message },
  },
  'in a page in place of an endpoint': {
    step: 'abeja/switch-service',
    fault: { kind: 'status', ...{ operation: 'endpoint', status: 422, body: `<html>${message}</html>` } },
  },
  'in why a file is refused': {
    step: 'abeja/upload-data',
    fault: { kind: 'vendor-error', operation: 'channelUpload', message },
  },
};
