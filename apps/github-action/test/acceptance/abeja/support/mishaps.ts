import type { Mishaps } from '../../operations/support/mishap.ts';

/** A training makes a job, and that a model. */
const train = { step: 'abeja/train', made: 2 };

/** What a step gets over at ABEJA Platform. */
export const abejaMishaps: Mishaps = {
  'an answer that is lost after a version was made': {
    ...train,
    fault: { kind: 'drop-after-create', operation: 'trainingVersionCreate' },
    told: /What has its marker \[mf-\w+\] is taken/,
  },
  'an answer that is lost after a job was started': {
    ...train,
    fault: { kind: 'error-after-create', operation: 'trainingJobCreate' },
    told: /What has its marker \[mf-\w+\] is taken/,
  },
  'a failing look at a training': { ...train, fault: { kind: 'http-500-once', operation: 'trainingJob' } },
  'a result that comes broken': { ...train, fault: { kind: 'zip-corrupt' }, told: /begun anew/ },
  'an address of a result that is out of date': {
    ...train,
    fault: { kind: 'download-url-expired' },
    told: /begun anew/,
  },
  'a result that breaks off': { ...train, fault: { kind: 'truncated-body', operation: 'download' } },
  'an answer that is lost after a model was registered': {
    step: 'abeja/register-model',
    fault: { kind: 'drop-after-create', operation: 'trainingModelCreate' },
    told: /What has its marker \[mf-\w+\] is taken/,
  },
  'an answer that is lost after a service was made': {
    step: 'abeja/switch-service',
    fault: { kind: 'drop-after-create', operation: 'serviceCreate' },
  },
  'an answer that is lost after an endpoint was changed': {
    step: 'abeja/switch-service',
    fault: { kind: 'drop-before-answer', operation: 'endpointUpdate' },
  },
  'an answer that is lost after a file was uploaded': {
    step: 'abeja/upload-data',
    fault: { kind: 'drop-after-create', operation: 'channelUpload' },
  },
};
