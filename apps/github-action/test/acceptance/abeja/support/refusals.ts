import { refused, type Refusals } from '../../operations/support/refusal.ts';

/** What ABEJA may refuse a step. */
export const abejaRefusals: Refusals = {
  'code that is too large': {
    step: 'abeja/train',
    fault: refused('trainingVersionCreate', 413, 'archive is too large'),
    told: /create a version of "cars-fuel".*answered 413, ".*archive is too large"/,
  },
  'a version that the role does not allow': {
    step: 'abeja/train',
    fault: refused('trainingVersionCreate', 403, 'role'),
    told: /answered 403, ".*role".*Check the role in the organization/s,
  },
  'credentials that do not belong to this organization': {
    step: 'abeja/train',
    fault: refused('trainingVersionCreate', 401, 'unauthorized'),
    told: /answered 401, ".*unauthorized".*the ID and the secret must belong together/s,
  },
  'a machine that the organization may not use': {
    step: 'abeja/train',
    fault: refused('trainingJobCreate', 403, 'instance_type'),
    told: /start a training job of version 2 of "cars-fuel": .*answered 403/,
  },
  'a training that is not on offer any longer': {
    step: 'abeja/train',
    variants: ['training-gone'],
    told: /answered 410/,
  },
  'a training that fails': {
    step: 'abeja/train',
    fault: { kind: 'job-fails', message: 'out of memory' },
    told: /ended as Failed: "out of memory"/,
  },
  'a training that somebody has stopped': {
    step: 'abeja/train',
    fault: { kind: 'job-stopped-by-other' },
    told: /was stopped before it was complete/,
  },
  'a training that fails while another step waits for it': {
    step: 'abeja/wait',
    fault: { kind: 'job-fails', message: 'out of memory' },
    told: /ended as Failed: "out of memory"/,
  },
  'a model that cannot be': {
    step: 'abeja/register-model',
    fault: refused('trainingModelCreate', 400, 'metrics are invalid'),
    told: /answered 400, ".*metrics are invalid"/,
  },
  'a model for a job definition that is not there': {
    step: 'abeja/register-model',
    fault: refused('trainingModelCreate', 404, 'not found'),
    told: /answered 404.*Check the name or the ID and the organization/s,
  },
  'a service that cannot be': {
    step: 'abeja/switch-service',
    fault: refused('serviceCreate', 400, 'no such version'),
    told: /answered 400, ".*no such version"/,
  },
  'an endpoint that is not there': {
    step: 'abeja/switch-service',
    fault: refused('endpoint', 404, 'no endpoint'),
    told: /endpoint: is not there: deployment \d+ has default\./,
  },
  'a service that will not run': {
    step: 'abeja/switch-service',
    variants: ['service-fails'],
    told: /did not get ready: it is FAILED.*services are paid for/s,
  },
  'an endpoint that may not be changed': {
    step: 'abeja/switch-service',
    fault: refused('endpointUpdate', 403, 'role'),
    told: /answered 403, ".*role"/,
  },
  'a channel that may not be written to': {
    step: 'abeja/upload-data',
    fault: refused('channelUpload', 403, 'not tied to the channel'),
    told: /answered 403, ".*not tied to the channel"/,
  },
  'a file that is too large': {
    step: 'abeja/upload-data',
    fault: refused('channelUpload', 413, 'too large'),
    told: /answered 413, ".*too large"/,
  },
};
