/** What a kind of fault does when nothing else is said. */
export interface FaultKindInfo {
  readonly does: string;
  /** The operation it strikes unless another is named, one for each vendor that has the fault; without one, any. */
  readonly operation?: string | readonly string[];
  /** @default 1 */
  readonly times?: number;
}

/** The faults that know nothing of a vendor. */
const generalFaultKinds = {
  status: { does: 'answers `status` (500) with `body`, `headers`; nothing is carried out' },
  'vendor-error': {
    does: "answers the vendor's error with `code`, `error`, `message`; nothing is carried out",
  },
  'http-500-once': { does: 'answers 500 once; nothing is carried out' },
  'http-503-burst': { does: 'answers 503, three times', times: 3 },
  'unauthorized-once': { does: 'answers 401 once' },
  'retry-after-seconds': { does: 'answers `status` (429) with Retry-After in `seconds` (1)' },
  'retry-after-date': { does: 'answers `status` (429) with Retry-After as an HTTP date `seconds` (1) ahead' },
  'redirect-cross-origin': {
    does: 'answers 307 to the storage origin, where a forwarded key counts as a leak',
  },
  'reset-before-body': { does: 'resets the connection before the body is read' },
  'reset-mid-body': { does: 'resets the connection after `bytes` (1024) of the body' },
  'stall-mid-upload': { does: 'stops reading after `bytes` (1024) of the body, and never answers' },
  'reset-after-body': { does: 'reads the whole body, carries nothing out, resets the connection' },
  'drop-before-answer': { does: 'carries the call out, then closes the connection without an answer' },
  'drop-after-upload': { does: 'takes the whole upload, then closes the connection', operation: 'put' },
  timeout: { does: 'reads the body, carries nothing out, never answers' },
  stall: { does: 'carries the call out, never answers' },
  'stall-mid-body': { does: 'answers half of the body, then nothing more' },
  'slow-response': { does: 'carries the call out, answers after `delayMs` (1000)' },
  'slow-drip': { does: 'answers in pieces of `bytes` (16) every `delayMs` (20)' },
  'truncated-body': { does: 'closes the connection after half of the body that Content-Length announced' },
  'truncated-json': { does: 'answers a complete response that holds half of the body' },
  'wrong-content-type': { does: 'answers the true body as `contentType` (text/html)' },
  'clock-skew': {
    does: 'answers with a Date header `seconds` (3600) ahead',
    times: Number.POSITIVE_INFINITY,
  },
} as const satisfies Record<string, FaultKindInfo>;

/** The faults of Prediction One and of its storage. */
const ownPredictionOneFaultKinds = {
  'unknown-status': { does: 'answers `value` (sandbox_mystery) as the status', operation: 'retrainStatus' },
  'upload-url-expired': { does: 'refuses the upload as expired (403 XML)', operation: 'put' },
  'download-url-expired': { does: 'refuses the download as expired (403 XML)', operation: 'download' },
  'job-deleted-mid-run': { does: 'deletes the job that is asked for', operation: 'retrainStatus' },
  'job-fails': {
    does: 'lets the job that is asked for fail with `message`',
    operation: ['retrainStatus', 'trainingJob'],
  },
  'model-deleted': { does: 'deletes the model of the retrain key', operation: 'retrainUpload' },
  'classifier-deleted-before-switch': {
    does: 'deletes the prediction API of the job',
    operation: 'retrainSwitch',
  },
  'config-missing': { does: 'answers 5001000201 Not found configuration_file.', operation: 'retrainUpload' },
  'credential-expired-mid-run': {
    does: 'makes the presented key inactive for good',
    operation: 'retrainStatus',
  },
  'ip-denied': { does: 'answers 4031030201 Not allowed source ip', operation: 'inference' },
} as const satisfies Record<string, FaultKindInfo>;

/** The faults of DataRobot. */
const ownDataRobotFaultKinds = {
  'http-570-burst': { does: "answers 570, the vendor's own status, three times", times: 3 },
  'html-error': { does: 'answers `status` (502) with an HTML page; nothing is carried out' },
  'token-revoked': { does: 'makes the API token invalid for good' },
  'deprecation-header': { does: 'answers with a Deprecation header of `value` (True)' },
  'next-loops': { does: 'answers a page whose next is the page itself', operation: 'deployments' },
  'deployment-deleted': {
    does: 'deletes the deployment that is asked for, or for',
    operation: 'batchCreate',
  },
  'job-stuck': { does: 'keeps the new job INITIALIZING for good', operation: 'batchCreate' },
  'queue-busy': { does: 'puts two jobs of others ahead of the new job', operation: 'batchCreate' },
  'upload-aborts-job': {
    does: 'aborts the job after `bytes` (1024) of its upload, and answers 422',
    operation: 'batchUpload',
  },
  'job-aborted': {
    does: 'aborts the job that is asked for, with `message` in its logs',
    operation: 'batchStatus',
  },
  'job-failed': {
    does: 'lets the job that is asked for end as FAILED, with `message` in its logs',
    operation: 'batchStatus',
  },
  'job-vanishes': {
    does: 'takes away the job that is asked for',
    operation: ['batchStatus', 'trainingJob'],
  },
  'job-status-unknown': {
    does: 'answers `value` (sandbox_mystery) as the status of the job',
    operation: 'batchStatus',
  },
  'percentage-zero': {
    does: 'answers 0 as percentageCompleted',
    operation: 'batchStatus',
    times: Number.POSITIVE_INFINITY,
  },
  'download-cut': {
    does: 'resets the connection after `bytes` (half) of the result',
    operation: 'batchDownload',
  },
  'download-ends-short': {
    does: 'ends the result after `bytes` (half) like a whole one; the job is ABORTED from then on',
    operation: 'batchDownload',
  },
} as const satisfies Record<string, FaultKindInfo>;

/** The faults of DataRobot that what goes on with a deployment and its data can have. */
export const dataRobotLifecycleFaultKinds = {
  'async-error': {
    does: 'ends the task that is asked for as ERROR, with `message`',
    operation: 'asyncStatus',
  },
  'async-aborted': { does: 'ends the task that is asked for as ABORTED', operation: 'asyncStatus' },
  'async-expired': { does: 'ends the task that is asked for as EXPIRED', operation: 'asyncStatus' },
  'dataset-too-large': {
    does: 'lets the account take datasets of `bytes` (1024) at most from now on',
    operation: 'datasetUpload',
  },
  'run-fails': {
    does: 'lets the retraining that is asked for fail with `message`',
    operation: 'retrainingRun',
  },
  'replacement-errored': {
    does: 'lets the replacement end with the deployment errored',
    operation: 'modelReplace',
  },
} as const satisfies Record<string, FaultKindInfo>;

/** The faults of ABEJA Platform. */
const ownAbejaFaultKinds = {
  'drop-after-create': {
    does: 'makes what is to be made, then closes the connection without an answer',
    operation: 'trainingJobCreate',
  },
  'error-after-create': {
    does: 'makes what is to be made, then answers `status` (502)',
    operation: 'trainingJobCreate',
  },
  'token-expired-mid-run': {
    does: 'makes all credentials invalid for good',
    operation: 'trainingJob',
  },
  'job-stopped-by-other': { does: 'stops the job that is asked for', operation: 'trainingJob' },
  'zip-corrupt': { does: 'answers as many other bytes', operation: 'download' },
  'service-never-ready': {
    does: 'keeps the new service IN_PROGRESS for good',
    operation: 'serviceCreate',
  },
  'endpoint-moved-by-other': {
    does: 'points the endpoint to another service, right after it was shown',
    operation: 'endpoint',
  },
} as const satisfies Record<string, FaultKindInfo>;

/** The faults of other vendors that ABEJA Platform can have too. */
const sharedWithAbeja = {
  'job-fails': ownPredictionOneFaultKinds['job-fails'],
  'job-vanishes': ownDataRobotFaultKinds['job-vanishes'],
  'upload-url-expired': ownPredictionOneFaultKinds['upload-url-expired'],
  'download-url-expired': ownPredictionOneFaultKinds['download-url-expired'],
} as const;

/** The name of one of {@link dataRobotLifecycleFaultKinds}. */
export type DataRobotLifecycleFaultKind = keyof typeof dataRobotLifecycleFaultKinds;

/** The name of a fault that can strike Prediction One. */
export type PredictionOneFaultKind = keyof typeof generalFaultKinds | keyof typeof ownPredictionOneFaultKinds;
/** The name of a fault that can strike DataRobot. */
export type DataRobotFaultKind = keyof typeof generalFaultKinds | keyof typeof ownDataRobotFaultKinds;

/** Every kind of fault that can strike Prediction One, with what it does. */
export const predictionOneFaultKinds: Readonly<Record<PredictionOneFaultKind, FaultKindInfo>> = {
  ...generalFaultKinds,
  ...ownPredictionOneFaultKinds,
};

/** Every kind of fault that can strike DataRobot, with what it does. */
export const dataRobotFaultKinds: Readonly<Record<DataRobotFaultKind, FaultKindInfo>> = {
  ...generalFaultKinds,
  ...ownDataRobotFaultKinds,
};

/** The name of a fault that can strike ABEJA Platform. */
export type AbejaFaultKind =
  keyof typeof generalFaultKinds | keyof typeof sharedWithAbeja | keyof typeof ownAbejaFaultKinds;

/** Every kind of fault that can strike ABEJA Platform, with what it does. */
export const abejaFaultKinds: Readonly<Record<AbejaFaultKind, FaultKindInfo>> = {
  ...generalFaultKinds,
  ...sharedWithAbeja,
  ...ownAbejaFaultKinds,
};

/** The name of any fault. */
export type AnyFaultKind =
  PredictionOneFaultKind | DataRobotFaultKind | DataRobotLifecycleFaultKind | AbejaFaultKind;

/** Every kind of fault that can be planned. */
export const allFaultKinds: Readonly<Record<AnyFaultKind, FaultKindInfo>> = {
  ...predictionOneFaultKinds,
  ...dataRobotFaultKinds,
  ...dataRobotLifecycleFaultKinds,
  ...abejaFaultKinds,
};
