import type { VendorFailure } from '@modelferry/http';

/** What the vendor's documented errors mean. */
export type PredictionOneFault =
  | 'invalid-key'
  | 'inactive-key'
  | 'unknown-key'
  | 'account-gone'
  | 'model-gone'
  | 'job-gone'
  | 'model-id-missing'
  | 'job-not-found'
  | 'classifier-gone'
  | 'job-not-finished'
  | 'configuration-gone'
  | 'invalid-request'
  | 'source-ip-denied'
  | 'not-running';

type Reading = Required<Pick<VendorFailure, 'code' | 'remedy'>>;

const checkKey =
  'Check the key in the credential: its value, its kind (train, deploy, retrain, prediction), and that its region is the one the base URL belongs to.';
const classifierGone: Reading = {
  code: 'not-found',
  remedy: 'Check in the web app that the prediction API still exists, and take its ID or URL from there.',
};

/** No documented error goes away by sending the same request again. */
export const knownFaults: Readonly<Record<PredictionOneFault, Reading>> = {
  'invalid-key': { code: 'unauthorized', remedy: checkKey },
  'inactive-key': {
    code: 'unauthorized',
    remedy: `${checkKey} It may also have expired: get a new one, or set the Secret Key so that it is renewed by itself.`,
  },
  'unknown-key': {
    code: 'unauthorized',
    remedy: `${checkKey} Where a retrain job ID was given, it may belong to the key of another model.`,
  },
  'account-gone': { code: 'forbidden', remedy: 'Check in the web app that the account still exists.' },
  'model-gone': {
    code: 'not-found',
    remedy:
      'The model of this retrain key is gone, or was replaced by a switch: set the retrain key of the model that is published now, or set the Secret Key and choose the prediction API, so that the key is fetched.',
  },
  'job-gone': {
    code: 'not-found',
    remedy:
      'Look at the model in the web app: the retraining may have been deleted or have ended badly. Then start a new one.',
  },
  'model-id-missing': { code: 'rejected', remedy: 'Name the published model that is to be retrained.' },
  'job-not-found': {
    code: 'not-found',
    remedy:
      'Check the retrain job ID, and that the retrain key is the one of the same model: each key sees its own jobs only.',
  },
  'classifier-gone': classifierGone,
  'job-not-finished': {
    code: 'conflict',
    remedy: 'Wait until the retraining has finished, then switch.',
  },
  'configuration-gone': {
    code: 'server-error',
    remedy:
      'The settings of the published model are gone at the vendor, which trying again does not mend: train and publish the model anew.',
  },
  'invalid-request': {
    code: 'rejected',
    remedy:
      'Check the row: each column that the model was trained on must be there once, under its exact name.',
  },
  'source-ip-denied': {
    code: 'forbidden',
    remedy: "Add the caller's IP address (CIDR) to the access rules of the prediction API.",
  },
  'not-running': {
    code: 'conflict',
    remedy: 'Start the prediction API in the web app or with Prediction API: Update, and wait until it runs.',
  },
};

/** Without surrounding space, case and final full stop; as section 4 of the specification has them matched. */
const normal = (message: string): string => message.trim().replace(/\.$/, '').trim().toLowerCase();

const byMessage: ReadonlyMap<string, PredictionOneFault> = new Map(
  (
    [
      ['invalid_api_key', 'invalid-key'],
      ['Inactive_credential', 'inactive-key'],
      ['Not_found_credential', 'unknown-key'],
      ['This user may be deleted', 'account-gone'],
      ['This model may be deleted', 'model-gone'],
      ['This job may be deleted', 'job-gone'],
      ['Model id is required', 'model-id-missing'],
      ['Not found retrain job', 'job-not-found'],
      ['Not found classifier', 'classifier-gone'],
      ['Retrain job is not finished', 'job-not-finished'],
      ['Not found configuration_file', 'configuration-gone'],
      ['Not found classifier in classifiers table', 'classifier-gone'],
      ['Invalid API key', 'invalid-key'],
      ['Invalid classifier id', 'classifier-gone'],
      ['Not allowed source ip', 'source-ip-denied'],
    ] as const
  ).map(([message, fault]) => [normal(message), fault]),
);

/** Codes that stand for one fault each; 4001000204 and 4031030201 stand for several and are told apart by message. */
const byCode: Readonly<Record<string, PredictionOneFault>> = {
  '5001000201': 'configuration-gone',
  '4001030101': 'classifier-gone',
  '4001030104': 'invalid-request',
  '5031030101': 'not-running',
};

/** Names the documented fault, if it is one. */
export function knownFault(
  code: string | undefined,
  message: string | undefined,
): PredictionOneFault | undefined {
  const text = normal(message ?? '');
  return (
    byMessage.get(text) ??
    byCode[code ?? ''] ??
    (text.startsWith('status is not running') ? 'not-running' : undefined)
  );
}
